package io.chatauth.channel.viber.internal;

import io.chatauth.testkit.InfobipChannelContract;
import java.util.List;

class ViberContractTest extends InfobipChannelContract {
    ViberContractTest() {
        super(ViberSamples.FIXTURE);
    }

    @Override
    protected List<String> webhooks() {
        return List.of("delivered", "seen", "text");
    }
}
