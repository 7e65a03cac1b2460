package io.chatauth.channel.viber.internal;

import io.chatauth.Address;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.testkit.ChannelContract;
import java.util.List;

class ViberContractTest extends ChannelContract {
    @Override
    protected ChannelProvider provider() {
        return new ViberChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.none();
    }

    @Override
    protected String sender() {
        return ViberSamples.SENDER;
    }

    @Override
    protected Address address() {
        return ViberSamples.NICK;
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return ViberSamples.accepted(messageIds);
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(
                Golden.text("webhook-delivered.json"),
                Golden.text("webhook-seen.json"),
                Golden.text("webhook-text.json"));
    }
}
