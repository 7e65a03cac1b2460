package io.chatauth.samples.custom;

import io.chatauth.Address;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.testkit.ChannelContract;
import java.util.List;
import java.util.Map;

class CourierContractTest extends ChannelContract {
    @Override
    protected ChannelProvider provider() {
        return new CourierChannelProvider();
    }

    @Override
    protected Options options() {
        return Options.of("chatauth.channel.courier.", Map.of("token", "token-of-courier"));
    }

    @Override
    protected String sender() {
        return "bank";
    }

    @Override
    protected Address address() {
        return Address.userId("user-42");
    }

    @Override
    protected String acceptedBody(List<String> messageIds) {
        return "{\"id\":\"crr-7\"}";
    }

    @Override
    protected List<String> webhookBodies() {
        return List.of(
                "{\"id\":\"crr-7\",\"event\":\"delivered\"}",
                "{\"id\":\"crr-7\",\"event\":\"read\"}",
                "{\"id\":\"crr-7\",\"event\":\"failed\",\"reason\":\"no-such-user\"}");
    }

    /** Courier makes its own ids; ours goes into a header. */
    @Override
    protected boolean sendsMessageIds() {
        return false;
    }
}
