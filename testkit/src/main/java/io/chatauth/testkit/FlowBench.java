package io.chatauth.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.Address;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.Expect;
import io.chatauth.KeyRing;
import io.chatauth.Outcome;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.Options;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A whole ChatAuth with the flow, a channel whose messages can be read, a server on this machine, and a clock to move. */
final class FlowBench implements AutoCloseable {
    static final String PURPOSE = "contract";
    static final String SUBJECT = "user-of-the-contract";
    static final String BINDING = "binding-of-the-contract-0123456789";
    static final String COOKIE = "__Host-chatauth=" + BINDING;

    private static final String SENDER = "Bank";
    private static final String WEBHOOK = "webhook-secret-of-the-contract-0123456789";
    private static final int SECONDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyRing RING = KeyRing.builder()
            .key("contract", KeyRing.State.ACTIVE, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
            .build();

    final MovableClock clock = MovableClock.at(Instant.parse("2026-11-23T08:00:00Z"));
    final Queue<ChatAuthEvent> events = new ConcurrentLinkedQueue<>();
    final ChatAuth chatAuth;

    /** What is done when a message arrives, before it is answered. */
    volatile Runnable arrival = () -> {};

    private final FakeProvider server = new FakeProvider(asked -> {
        arrival.run();
        return new FakeProvider.Told(200, "");
    });
    private final AuthFlow flow;
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger replies = new AtomicInteger();

    /**
     * A challenge that began, and what the person knows of it.
     *
     * @param started what the application was told
     * @param plan what the flow planned
     * @param person who is asked
     * @param message the message that the person got; empty if the person writes first
     */
    record Begun(Started started, FlowPlan plan, Address person, Optional<JsonNode> message) {
        /** What the application that began it expects. */
        Expect expect() {
            Expect expect = Expect.purpose(PURPOSE).subject(SUBJECT).binding(BINDING);
            return plan.transaction().map(expect::transaction).orElse(expect);
        }

        /** The value of a placeholder in the message. */
        String value(String placeholder) {
            return message.orElseThrow().path("values").path(placeholder).asText();
        }
    }

    FlowBench(AuthFlowProvider provider, List<Template> templates) {
        this(provider, templates, builder -> {});
    }

    FlowBench(AuthFlowProvider provider, List<Template> templates, Consumer<ChatAuthBuilder> more) {
        flow = provider.create(new FlowContext(Options.none()));
        ChatAuthBuilder builder = builder(server.baseUrl(), "key-of-the-contract", clock)
                .flow(provider)
                .listener(events::add)
                .webhookAuth(WebhookAuth.hmac("X-Signature", Secret.of(WEBHOOK)).prefix("sha256="))
                .loginPage(URI.create("https://bank.example/chatauth/_page"))
                .callNumber("+441123456789")
                .attemptGap(Duration.ZERO);
        templates.forEach(builder::template);
        more.accept(builder);
        chatAuth = builder.build();
    }

    /** What every node of a contract has: the same keys and channel; limits refuse nothing. */
    static ChatAuthBuilder builder(String baseUrl, String apiKey, Clock clock) {
        return ChatAuth.builder()
                .baseUrl(baseUrl)
                .apiKey(Secret.of(apiKey))
                .keys(RING)
                .channel(new FlowChannel.Provider())
                .sender(FlowChannel.ID.value(), SENDER)
                .clock(clock)
                .recordOnly(true);
    }

    /** A number that nobody else in this test has. */
    Address someone() {
        return Address.phone(String.format("+44113496%04d", people.getAndIncrement() % 1000));
    }

    /** The request, complete. */
    ChallengeRequest complete(ChallengeRequestBuilder<?> request) {
        return request.via(FlowChannel.ID)
                .purpose(PURPOSE)
                .subject(SUBJECT)
                .binding(BINDING)
                .build();
    }

    FlowPlan plan(ChallengeRequest request) {
        return flow.prepare(request);
    }

    /** Starts a challenge and waits until its message was sent. */
    Begun start(ChallengeRequest request, Address person) {
        Started started = chatAuth.start(request);
        await(started);
        return new Begun(started, plan(request), person, message(started));
    }

    static void await(Started started) {
        started.accepted()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The last message of a challenge. */
    Optional<JsonNode> message(Started started) {
        Optional<JsonNode> last = Optional.empty();
        for (JsonNode message : messages()) {
            if (message.path("id").asText().startsWith(started.id().value())) {
                last = Optional.of(message);
            }
        }
        return last;
    }

    /** All messages that were sent. */
    List<JsonNode> messages() {
        List<JsonNode> all = new ArrayList<>();
        for (FakeProvider.Asked asked : server.asked()) {
            all.add(read(asked.body()));
        }
        return all;
    }

    Outcome outcome(Begun begun) {
        return chatAuth.outcome(begun.started().id(), begun.expect()).orElseThrow();
    }

    /** A person writes, taps or quotes; the provider posts it, signed. */
    void reply(Address from, Map<String, String> what) {
        ObjectNode reply = JSON.createObjectNode()
                .put("id", "inbound-" + replies.incrementAndGet())
                .put("from", from.value())
                .put("to", SENDER);
        what.forEach(reply::put);
        post(reply);
    }

    /** The provider reports that a message was delivered. */
    void report(String messageId) {
        post(JSON.createObjectNode().put("delivered", messageId));
    }

    private void post(ObjectNode webhook) {
        byte[] body = webhook.toString().getBytes(StandardCharsets.UTF_8);
        int status = chatAuth.webhooks()
                .receive(WebhookRequest.of(
                        "POST", "/" + FlowChannel.ID, Map.of("X-Signature", "sha256=" + signature(body)), body))
                .status();
        if (status != 200) {
            throw new AssertionError("a genuine webhook was answered with " + status);
        }
    }

    /** Somebody's browser asks for the page of a link, or sends its form. */
    WebhookResponse page(String method, String token, Optional<String> cookie, String form) {
        Map<String, String> headers = new LinkedHashMap<>();
        cookie.ifPresent(value -> headers.put("Cookie", value));
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return chatAuth.webhooks()
                .receive(WebhookRequest.of(method, "/_page/" + token, headers, form.getBytes(StandardCharsets.UTF_8)));
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contract's own channel wrote no JSON", e);
        }
    }

    @Override
    public void close() {
        chatAuth.close();
        server.close();
    }
}
