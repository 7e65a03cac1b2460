package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatauth.ChallengeId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.FailureReason;
import io.chatauth.IdGenerator;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.template.Template;
import io.chatauth.testkit.FakeProvider.Asked;
import io.chatauth.testkit.FakeProvider.Told;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of what a provider does: ChatAuth sends over the channel to a server on this machine. */
abstract class ChannelSending extends ChannelEncoding {
    private static final String API_KEY = "key-of-the-contract";
    private static final int SECONDS = 20;
    private static final Map<Integer, FailureReason> ERRORS = Map.of(
            400, FailureReason.INVALID_REQUEST,
            401, FailureReason.CREDENTIALS,
            403, FailureReason.CREDENTIALS,
            404, FailureReason.INVALID_REQUEST,
            429, FailureReason.RATE_LIMITED,
            500, FailureReason.UNREACHABLE,
            503, FailureReason.UNREACHABLE);

    private static final Pattern IDS = Pattern.compile("challenge-of-the-contract-[0-9]+-0-0");

    /** Ids that are found again in a request. */
    private static final class Ids implements IdGenerator {
        private final AtomicInteger last = new AtomicInteger();

        @Override
        public ChallengeId newChallengeId() {
            return ChallengeId.of("challenge-of-the-contract-" + last.incrementAndGet());
        }
    }

    /** For subclasses. */
    protected ChannelSending() {}

    @Test
    void acceptedMessageHasAReceiptAndCredentialsGoOutOnce() {
        inSilence(() -> {
            try (FakeProvider provider = new FakeProvider(this::accept);
                    ChatAuth chatAuth = chatAuth(provider).build()) {
                Receipt receipt = receipt(start(chatAuth));
                assertTrue(receipt.accepted(), receipt::toString);
                hidesSecretsAndPeople(receipt.toString());
                assertEquals(List.of("App " + API_KEY), provider.asked().get(0).authorization());
                closeTooEarly(chatAuth);
            }
        });
    }

    @Test
    void errorsOfTheProviderAreRefusalsOfTheirKind() {
        ERRORS.forEach((status, reason) -> {
            for (String body : List.of("", "{", "{\"requestError\":{\"serviceException\":{\"text\":\"No\"}}}")) {
                Receipt.Refused refused = refused(asked -> new Told(status, body), Duration.ofSeconds(SECONDS));
                assertEquals(reason, refused.failure().reason(), () -> "for " + status + " " + body);
                assertEquals(status, refused.error().orElseThrow().status());
            }
        });
    }

    @Test
    void answersThatCanNotBeReadAreRefusals() {
        for (String body : List.of("", "{", "<html>OK</html>")) {
            assertEquals(
                    FailureReason.PROVIDER,
                    refused(asked -> new Told(200, body), Duration.ofSeconds(SECONDS))
                            .failure()
                            .reason(),
                    () -> "for '" + body + "'");
        }
    }

    @Test
    void silentProviderIsUnreachable() {
        CountDownLatch never = new CountDownLatch(1);
        Function<Asked, Told> silent = asked -> {
            await(never);
            return new Told(200, "");
        };
        assertEquals(
                FailureReason.UNREACHABLE,
                refused(silent, Duration.ofMillis(200)).failure().reason());
        never.countDown();
    }

    @Test
    void providerThatIsNotThereIsUnreachable() {
        inSilence(() -> {
            FakeProvider provider = new FakeProvider(asked -> new Told(200, ""));
            provider.close();
            try (ChatAuth chatAuth = chatAuth(provider).build()) {
                Receipt receipt = receipt(start(chatAuth));
                assertEquals(
                        FailureReason.UNREACHABLE,
                        assertInstanceOf(Receipt.Refused.class, receipt)
                                .failure()
                                .reason());
            }
        });
    }

    @Test
    void badMessageOfABatchIsRefusedAndTheOthersAreAccepted() {
        assumeTrue(channel.capabilities().batchSize() >= 4, "messages go out one by one");
        assumeTrue(sendsMessageIds(), "the provider is told no ids");
        inSilence(() -> {
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Set<String> bad = ConcurrentHashMap.newKeySet();
            Function<Asked, Told> picky = asked -> {
                first.countDown();
                await(go);
                return bad.stream().anyMatch(asked.body()::contains) ? new Told(400, "{}") : accept(asked);
            };
            try (FakeProvider provider = new FakeProvider(picky);
                    ChatAuth chatAuth = chatAuth(provider).requestsPerLane(1).build()) {
                List<Started> all = new ArrayList<>(List.of(start(chatAuth)));
                await(first);
                Stream.of(1, 2, 3, 4).forEach(any -> all.add(start(chatAuth)));
                bad.add(all.get(2).id() + "-0-0");
                go.countDown();
                for (Started one : all) {
                    assertEquals(!bad.contains(one.id() + "-0-0"), receipt(one).accepted());
                }
                assertTrue(provider.asked().size() < all.size() + 3, "the messages went out one by one");
            }
        });
    }

    /** It is closed again, which must do no harm. */
    private static void closeTooEarly(ChatAuth chatAuth) {
        chatAuth.close();
    }

    private Receipt.Refused refused(Function<Asked, Told> answer, Duration timeout) {
        List<Receipt> receipts = new ArrayList<>();
        inSilence(() -> {
            try (FakeProvider provider = new FakeProvider(answer);
                    ChatAuth chatAuth =
                            chatAuth(provider).requestTimeout(timeout).build()) {
                receipts.add(receipt(start(chatAuth)));
            }
        });
        Receipt.Refused refused = assertInstanceOf(Receipt.Refused.class, receipts.get(0));
        hidesSecretsAndPeople(refused.toString());
        assertFalse(refused.toString().contains(API_KEY), refused::toString);
        return refused;
    }

    /** What is printed meanwhile, as by a logger, holds no secret. */
    private void inSilence(Runnable deed) {
        OutboundMessage message = messages().get(0);
        assumeTrue(
                !URI.create(channel.encode(context(List.of(message))).target()).isAbsolute(),
                "its requests go to a host of its own");
        String printed = Listening.to(deed);
        hidesSecretsAndPeople(printed);
        assertFalse(printed.contains(API_KEY), "the API key was printed");
    }

    private ChatAuthBuilder chatAuth(FakeProvider server) {
        String id = provider.id().value();
        OutboundMessage message = messages().get(0);
        Template template = message.content().template().source();
        ChatAuthBuilder builder = ChatAuth.builder()
                .baseUrl(server.baseUrl())
                .apiKey(Secret.of(API_KEY))
                .tries(1)
                .sendsPerTenMinutes(100)
                .idGenerator(new Ids())
                .channel(provider())
                .template(template)
                .sender(id, sender());
        for (String name : options().names()) {
            options().text(name).ifPresent(value -> builder.property("chatauth.channel." + id + "." + name, value));
        }
        return bound(builder, message, template.name());
    }

    private ChatAuthBuilder bound(ChatAuthBuilder builder, OutboundMessage message, String template) {
        return message.templateKey().equals(template)
                ? builder
                : builder.bindTemplate(provider.id().value(), template, message.templateKey());
    }

    private Started start(ChatAuth chatAuth) {
        Template template = messages().get(0).content().template().source();
        ActivationNotice request = ActivationNotice.to(address())
                .via(provider.id().value())
                .purpose("contract")
                .template(template.name());
        SampleMessages.values(template).forEach(request::value);
        return chatAuth.start(request.build());
    }

    private static Receipt receipt(Started started) {
        return started.accepted()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private Told accept(Asked asked) {
        return new Told(
                200,
                acceptedBody(IDS.matcher(asked.body())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SECONDS, TimeUnit.SECONDS), "nothing happened for " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
