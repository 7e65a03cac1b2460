package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChannelId;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import java.util.function.Consumer;

/** The contract, joined to a channel that may be wrong in one point. */
final class WrongChannel {
    static final Secret KEY = Secret.of("very-secret-key");

    private WrongChannel() {}

    static void finds(Consumer<ChannelContract> check, Channel wrong) {
        assertThrows(AssertionError.class, () -> check.accept(joined(wrong)));
    }

    static ChannelContract joined(Channel wrong) {
        ChannelContract contract = new SampleChannelContractTest() {
            @Override
            protected ChannelProvider provider() {
                return new Given(wrong);
            }
        };
        contract.makeChannel();
        return contract;
    }

    record Given(Channel channel) implements ChannelProvider {
        @Override
        public ChannelId id() {
            return ChannelId.of("sample");
        }

        @Override
        public Channel create(ChannelContext context) {
            return channel;
        }
    }
}
