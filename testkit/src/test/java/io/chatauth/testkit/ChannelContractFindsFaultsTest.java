package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each of these channels is wrong in one point, and the contract says so. */
class ChannelContractFindsFaultsTest {
    private static final Secret KEY = Secret.of("very-secret-key");

    @Test
    void requestThatChangesIsFound() {
        finds(ChannelEncoding::requestIsAlwaysTheSameForTheSameMessages, new SampleChannel(KEY) {
            private int count;

            @Override
            public WireRequest encode(EncodeContext context) {
                return super.encode(context).header("X-Count", String.valueOf(count++));
            }
        });
    }

    @Test
    void codeOutsideOfTheBodyIsFound() {
        finds(ChannelEncoding::secretsStandInTheBodyOnly, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                String text = context.messages().get(0).content().body();
                return super.encode(context).header("X-Preview", text);
            }
        });
    }

    @Test
    void undeclaredHostIsFound() {
        finds(ChannelEncoding::requestGoesToTheAccountOrToADeclaredHost, new SampleChannel(KEY) {
            @Override
            public Set<String> hosts() {
                return Set.of();
            }
        });
    }

    @Test
    void hostInCapitalsIsFound() {
        finds(ChannelDeclarations::hostsAreNamesInLowerCase, new SampleChannel(KEY) {
            @Override
            public Set<String> hosts() {
                return Set.of("API.sample.example");
            }
        });
    }

    @Test
    void brokenJsonIsFound() {
        finds(ChannelEncoding::jsonBodyIsJson, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                return WireRequest.post("/messages", new byte[] {'{'});
            }
        });
    }

    @Test
    void lostMessageIsFound() {
        finds(ChannelEncoding::batchHasAllItsMessages, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                return super.encode(EncodeContext.of(context.messages().subList(0, 1), context.now()));
            }
        });
    }

    @Test
    void laneOfItsOwnForEachMessageIsFound() {
        finds(ChannelEncoding::batchHasAllItsMessages, new SampleChannel(KEY) {
            @Override
            public String lane(OutboundMessage message) {
                return message.id();
            }
        });
    }

    @Test
    void missingReceiptIsFound() {
        finds(ChannelContract::acceptedAnswerGivesAReceiptForEachMessage, new SampleChannel(KEY) {
            @Override
            public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
                return List.of();
            }
        });
    }

    @Test
    void decoderThatStumblesIsFound() {
        finds(ChannelContract::spoiledAnswersAreMalformedAndNothingElse, new SampleChannel(KEY) {
            @Override
            public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
                String id = response.text().substring(20);
                return List.of(new Receipt.Accepted(id, Optional.empty()));
            }
        });
    }

    @Test
    void receiptForAnotherMessageIsFound() {
        finds(ChannelContract::receiptsAreForMessagesOfTheRequestOnly, new SampleChannel(KEY) {
            @Override
            public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
                return List.of(new Receipt.Accepted("another", Optional.empty()));
            }
        });
    }

    @Test
    void capabilitiesThatChangeAreFound() {
        finds(ChannelDeclarations::capabilitiesAreAlwaysTheSame, new SampleChannel(KEY) {
            private int count;

            @Override
            public Capabilities capabilities() {
                return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                        .maxBody(100 + count++)
                        .build();
            }
        });
    }

    @Test
    void capabilitiesWithoutTheAddressAreFound() {
        finds(ChannelDeclarations::capabilitiesMakeSense, new SampleChannel(KEY) {
            @Override
            public Capabilities capabilities() {
                return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                        .recipients(Address.Kind.USER_ID)
                        .build();
            }
        });
    }

    @Test
    void adapterThatGivesUpIsFound() {
        SampleChannel wrong = new SampleChannel(KEY) {
            @Override
            public AdaptedTemplate adapt(ChannelId channel, Template template) {
                throw new IllegalStateException("not known");
            }
        };
        assertThrows(
                IllegalStateException.class,
                () -> joined(wrong).eachTemplateIsShownWithinTheCapabilitiesOrRefusedWithReasons());
    }

    @Test
    void secretInTheChannelsTextIsFound() {
        finds(ChannelDeclarations::channelAndProviderShowNoSecret, new SampleChannel(KEY) {
            @Override
            public String toString() {
                return "SampleChannel[" + KEY.reveal() + "]";
            }
        });
    }

    @Test
    void providerThatIsDeclaredNowhereIsFound() {
        ChannelContract contract = joined(new SampleChannel(KEY));
        assertThrows(AssertionError.class, contract::providerIsDeclaredInMetaInfServices);
        assertThrows(AssertionError.class, contract::providerIsPublicAndMadeWithoutArguments);
    }

    private static void finds(Consumer<ChannelContract> check, Channel wrong) {
        assertThrows(AssertionError.class, () -> check.accept(joined(wrong)));
    }

    private static ChannelContract joined(Channel wrong) {
        ChannelContract contract = new SampleChannelContractTest() {
            @Override
            protected ChannelProvider provider() {
                return new ChannelProvider() {
                    @Override
                    public ChannelId id() {
                        return ChannelId.of("sample");
                    }

                    @Override
                    public Channel create(ChannelContext context) {
                        return wrong;
                    }
                };
            }
        };
        contract.makeChannel();
        return contract;
    }
}
