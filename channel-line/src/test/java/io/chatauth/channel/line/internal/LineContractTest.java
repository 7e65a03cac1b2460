package io.chatauth.channel.line.internal;

import io.chatauth.Address;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.testkit.ChannelContract;
import java.util.List;

class LineContractTest extends ChannelContract {
    @Override
    protected LineChannelProvider provider() {
        return new LineChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.none();
    }

    @Override
    protected String sender() {
        return LineSamples.SENDER;
    }

    @Override
    protected Address address() {
        return LineSamples.MALI;
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return LineSamples.accepted(messageIds);
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(Golden.text("webhook-delivered.json"));
    }
}
