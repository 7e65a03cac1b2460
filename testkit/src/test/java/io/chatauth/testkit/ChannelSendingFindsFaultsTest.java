package io.chatauth.testkit;

import static io.chatauth.testkit.WrongChannel.KEY;
import static io.chatauth.testkit.WrongChannel.finds;
import static io.chatauth.testkit.WrongChannel.joined;

import io.chatauth.ApiError;
import io.chatauth.Receipt;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Channels that take the answers of a server wrong, and the contract says so. */
class ChannelSendingFindsFaultsTest {
    @Test
    void receiptForAMessageThatWasRefusedIsFound() {
        finds(ChannelContract::answersThatCanNotBeReadAreRefusals, new AccountChannel() {
            @Override
            public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
                return context.messages().stream()
                        .<Receipt>map(message -> new Receipt.Accepted(message.id(), Optional.empty()))
                        .toList();
            }
        });
        finds(ChannelContract::acceptedMessageHasAReceiptAndCredentialsGoOutOnce, new AccountChannel() {
            @Override
            public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
                return List.of();
            }
        });
    }

    @Test
    void channelOfTheAccountPasses() {
        ChannelContract contract = joined(new AccountChannel());
        contract.acceptedMessageHasAReceiptAndCredentialsGoOutOnce();
        contract.errorsOfTheProviderAreRefusalsOfTheirKind();
        contract.badMessageOfABatchIsRefusedAndTheOthersAreAccepted();
    }

    @Test
    void providersWordsThatAreNotReadAreFound() {
        finds(ChannelContract::errorsOfTheProviderAreRefusalsOfTheirKind, new AccountChannel() {
            @Override
            public Optional<ApiError> decodeError(WireResponse response) {
                return Optional.of(new ApiError(418, "", "", List.of(), ""));
            }
        });
    }

    /** Its requests go to the Infobip account. */
    private static class AccountChannel extends SampleChannel {
        AccountChannel() {
            super(KEY);
        }

        @Override
        public WireRequest encode(EncodeContext context) {
            return WireRequest.post("/messages", super.encode(context).body());
        }

        @Override
        public Set<String> hosts() {
            return Set.of();
        }
    }
}
