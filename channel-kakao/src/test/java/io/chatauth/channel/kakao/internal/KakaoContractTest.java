package io.chatauth.channel.kakao.internal;

import io.chatauth.testkit.InfobipChannelContract;
import java.util.List;

class KakaoContractTest extends InfobipChannelContract {
    KakaoContractTest() {
        super(KakaoSamples.FIXTURE);
    }

    @Override
    protected List<String> webhooks() {
        return List.of("delivered");
    }
}
