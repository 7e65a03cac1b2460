package io.chatauth.flow;

import io.chatauth.spi.AuthFlowProvider;
import java.util.List;

/** The flows that come with ChatAuth. */
public final class BuiltInFlows {
    private BuiltInFlows() {}

    /**
     * Gives their providers.
     *
     * @return one of each flow
     */
    public static List<AuthFlowProvider> providers() {
        return List.of(
                new VerificationCodeProvider(),
                new LoginLinkProvider(),
                new OptInProvider(),
                new TransactionConfirmationProvider(),
                new ActivationNoticeProvider());
    }
}
