package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.testkit.InfobipChannelContract;
import java.util.List;

class ZaloContractTest extends InfobipChannelContract {
    ZaloContractTest() {
        super(ZaloSamples.FIXTURE);
    }

    @Override
    protected List<String> webhooks() {
        return List.of("delivered", "text");
    }

    @Override
    protected Address answeringAddress() {
        return ZaloSamples.IN_CHAT.person();
    }
}
