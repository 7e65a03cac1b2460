package io.chatauth.channel.line.internal;

import io.chatauth.testkit.InfobipChannelContract;
import java.util.List;

class LineContractTest extends InfobipChannelContract {
    LineContractTest() {
        super(LineSamples.FIXTURE);
    }

    @Override
    protected List<String> webhooks() {
        return List.of("delivered");
    }
}
