package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.testkit.ChannelContract;
import java.util.List;

class WhatsAppContractTest extends ChannelContract {
    @Override
    protected ChannelProvider provider() {
        return new WhatsAppChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.none();
    }

    @Override
    protected String sender() {
        return WhatsAppSamples.SENDER;
    }

    @Override
    protected Address address() {
        return WhatsAppSamples.NICK;
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return WhatsAppSamples.accepted(messageIds);
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(
                Golden.text("webhook-delivered.json"),
                Golden.text("webhook-seen.json"),
                Golden.text("webhook-button.json"),
                Golden.text("webhook-text.json"),
                Golden.text("webhook-identity.json"));
    }
}
