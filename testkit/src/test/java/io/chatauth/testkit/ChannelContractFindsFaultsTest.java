package io.chatauth.testkit;

import static io.chatauth.testkit.WrongChannel.KEY;
import static io.chatauth.testkit.WrongChannel.finds;
import static io.chatauth.testkit.WrongChannel.joined;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OptionException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each of these channels is wrong in one point, and the contract says so. */
class ChannelContractFindsFaultsTest {
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
    void changeWithoutANoteIsFound() {
        finds(ChannelAdaptation::everyTemplateOfTheCorpusIsShownWithNotesOrRefusedWithReasons, new SampleChannel(KEY) {
            @Override
            public AdaptedTemplate adapt(ChannelId channel, Template template) {
                AdaptedTemplate adapted = super.adapt(channel, template);
                return new AdaptedTemplate(
                        adapted.source(),
                        adapted.header(),
                        adapted.body(),
                        adapted.footer(),
                        adapted.buttons(),
                        adapted.textFixed(),
                        List.of());
            }
        });
    }

    @Test
    void lostPlaceholderIsFound() {
        finds(ChannelAdaptation::everyTemplateOfTheCorpusIsShownWithNotesOrRefusedWithReasons, new SampleChannel(KEY) {
            @Override
            public AdaptedTemplate adapt(ChannelId channel, Template template) {
                AdaptedTemplate adapted = super.adapt(channel, template);
                return new AdaptedTemplate(
                        adapted.source(),
                        adapted.header(),
                        adapted.body().replace("{{amount}}", "money"),
                        adapted.footer(),
                        adapted.buttons(),
                        adapted.textFixed(),
                        List.of(new AdaptationNote(AdaptationNote.Kind.TEXT_MERGED, "money is money")));
            }
        });
    }

    @Test
    void refusalOfEverythingIsFound() {
        finds(ChannelAdaptation::everyTemplateOfTheCorpusIsShownWithNotesOrRefusedWithReasons, new SampleChannel(KEY) {
            @Override
            public AdaptedTemplate adapt(ChannelId channel, Template template) {
                throw new TemplateRefusedException("it", List.of("no"));
            }
        });
    }

    @Test
    void messageThatIsTooLongIsFound() {
        finds(ChannelAdaptation::everyMessageOfTheCorpusStaysWithinTheCapabilities, new SampleChannel(KEY) {
            private int generous;

            @Override
            public Capabilities capabilities() {
                return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                        .maxBody(generous-- > 0 ? 1000 : 10)
                        .build();
            }

            /** Two looks at the capabilities follow: one to adapt, one to fill. */
            @Override
            public AdaptedTemplate adapt(ChannelId channel, Template template) {
                generous = 2;
                return super.adapt(channel, template);
            }
        });
    }

    @Test
    void templateThatIsShownAndNotEncodedIsFound() {
        finds(ChannelAdaptation::everyMessageOfTheCorpusIsEncodedAndAlwaysTheSame, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                if (context.messages().get(0).content().body().contains("\n")) {
                    throw new IllegalStateException("one line only");
                }
                return super.encode(context);
            }
        });
    }

    @Test
    void credentialsOfTheAccountAreFound() {
        finds(ChannelEncoding::credentialsStandInOneHeaderAndThoseOfTheAccountNowhere, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                return WireRequest.post("/messages", new byte[0]).header("authorization", "App key");
            }
        });
    }

    @Test
    void requestThatDependsOnTheLocaleIsFound() {
        ChannelContract contract = new SampleChannelContractTest() {
            @Override
            protected ChannelProvider provider() {
                return new WrongChannel.Given(new SampleChannel(KEY) {
                    @Override
                    public WireRequest encode(EncodeContext context) {
                        return super.encode(context).header("X-Kind", "TITLE".toLowerCase(Locale.getDefault()));
                    }
                });
            }
        };
        contract.makeChannel();
        assertThrows(AssertionError.class, contract::requestIsTheSameInEveryLocaleAndTimeZone);
    }

    @Test
    void optionThatIsMissingWithoutItsNameIsFound() {
        ChannelContract contract = new SampleChannelContractTest() {
            @Override
            protected ChannelProvider provider() {
                return new Making(context -> {
                    if (context.options().names().isEmpty()) {
                        throw new OptionException("something is missing");
                    }
                    return new SampleChannel(KEY);
                });
            }
        };
        contract.makeChannel();
        assertThrows(AssertionError.class, contract::optionThatIsMissingIsNamed);
    }

    @Test
    void noiseAndThreadsAreFound() {
        for (Runnable deed : List.<Runnable>of(() -> System.out.println("made"), () -> daemon().start())) {
            ChannelContract contract = new SampleChannelContractTest() {
                @Override
                protected ChannelProvider provider() {
                    return new Making(context -> {
                        if (Thread.currentThread().getName().equals("maker")) {
                            deed.run();
                        }
                        return new SampleChannel(KEY);
                    });
                }
            };
            contract.makeChannel();
            assertThrows(AssertionError.class, contract::makingAChannelIsSilentAndStartsNothing);
        }
    }

    @Test
    void providerThatIsDeclaredNowhereIsFound() {
        ChannelContract contract = joined(new SampleChannel(KEY));
        assertThrows(AssertionError.class, contract::providerIsDeclaredInMetaInfServices);
        assertThrows(AssertionError.class, contract::providerIsPublicAndMadeWithoutArguments);
    }

    @Test
    void requestThatIsNotTheGoldenOneIsFound() {
        finds(ChannelEncoding::requestOfEachUseCaseIsTheGoldenOne, new SampleChannel(KEY) {
            @Override
            public WireRequest encode(EncodeContext context) {
                return WireRequest.post("/messages", "[]".getBytes(StandardCharsets.UTF_8));
            }
        });
        finds(ChannelEncoding::requestOfSeveralUseCasesIsTheGoldenOne, new SampleChannel(KEY) {
            @Override
            public String lane(OutboundMessage message) {
                return message.content().template().source().name();
            }
        });
    }

    @Test
    void goldenRequestOfARefusedUseCaseIsFound() {
        finds(ChannelEncoding::requestOfEachUseCaseIsTheGoldenOne, new SampleChannel(KEY) {
            @Override
            public void check(OutboundMessage message) {
                throw new TemplateRefusedException("it", List.of("no"));
            }
        });
    }

    private static Thread daemon() {
        Thread thread = new Thread(LockSupport::park, "never ends");
        thread.setDaemon(true);
        return thread;
    }

    private record Making(Function<ChannelContext, Channel> maker) implements ChannelProvider {
        @Override
        public ChannelId id() {
            return ChannelId.of("sample");
        }

        @Override
        public Channel create(ChannelContext context) {
            return maker.apply(context);
        }
    }
}
