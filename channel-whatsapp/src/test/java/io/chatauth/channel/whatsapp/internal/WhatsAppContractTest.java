package io.chatauth.channel.whatsapp.internal;

import io.chatauth.testkit.InfobipChannelContract;
import java.util.List;

class WhatsAppContractTest extends InfobipChannelContract {
    WhatsAppContractTest() {
        super(WhatsAppSamples.FIXTURE);
    }

    @Override
    protected List<String> webhooks() {
        return List.of("delivered", "seen", "button", "text", "identity");
    }
}
