package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Channel} and its provider must do. Extend it, give the provider, options, a sender, an address, and the
 * provider's answer, and run it with JUnit. The channel itself sends nothing; where its requests go to the Infobip account,
 * ChatAuth sends them to a server on this machine that answers well and badly.
 *
 * <p>The requests of the use cases stand in {@code golden/use-cases}, as {@link Golden} reads and writes them.
 */
@DisplayName("A channel")
public abstract class ChannelContract extends ChannelSending {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final int SHOWN = 600;
    private static final int FUZZED = 5_000;
    private static final int[] ERRORS = {400, 401, 403, 404, 429, 500, 503};

    /** For subclasses. */
    protected ChannelContract() {}

    @Test
    void acceptedAnswerGivesAReceiptForEachMessage() {
        EncodeContext context = batch();
        List<Receipt> receipts = channel.decodeResponse(context, response(acceptedBody(ids(context))));
        List<String> accepted = new ArrayList<>();
        for (Receipt receipt : receipts) {
            assertTrue(receipt.accepted(), () -> receipt + " should be accepted");
            accepted.add(receipt.messageId());
            hidesSecretsAndPeople(receipt.toString());
        }
        assertEquals(
                ids(context).stream().sorted().toList(),
                accepted.stream().sorted().toList());
    }

    @Test
    void answerWithUnknownFieldsIsReadTheSame() throws JsonProcessingException {
        EncodeContext context = batch();
        String body = acceptedBody(ids(context));
        if (Spoiled.isJson(body.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    channel.decodeResponse(context, response(body)),
                    channel.decodeResponse(context, response(Spoiled.withUnknownFields(body))));
        }
    }

    @Test
    void receiptsAreForMessagesOfTheRequestOnly() {
        OutboundMessage message = messages().get(0);
        EncodeContext context = context(List.of(message));
        for (byte[] body : Spoiled.of(acceptedBody(List.of(message.id())))) {
            survive(body, () -> channel.decodeResponse(context, response(body)))
                    .forEach(receipt -> assertEquals(
                            message.id(), receipt.messageId(), () -> "a receipt for nobody's message: " + show(body)));
        }
    }

    @Test
    void spoiledAnswersAreMalformedAndNothingElse() {
        EncodeContext context = batch();
        for (byte[] body : Spoiled.of(acceptedBody(ids(context).subList(0, 1)))) {
            survive(body, () -> channel.decodeResponse(context, response(body)));
            for (int status : ERRORS) {
                survive(body, () -> List.of(channel.decodeError(WireResponse.of(status, JSON, body))));
            }
        }
    }

    @Test
    void webhookIsUnderstoodAndShowsNothingPersonalInLogs() {
        for (String body : webhookBodies()) {
            List<InboundEvent> events = channel.decodeWebhook(webhook(body.getBytes(StandardCharsets.UTF_8)));
            assertFalse(events.isEmpty(), () -> "no event in " + body);
            same(events, channel.decodeWebhook(webhook(body.getBytes(StandardCharsets.UTF_8))), "what is read");
            for (InboundEvent event : events) {
                assertFalse(event instanceof InboundEvent.Unknown, () -> event + " is unknown: " + body);
                if (event instanceof InboundEvent.Reply reply) {
                    hides(reply, reply.from().withoutPlus());
                    reply.text().filter(text -> text.length() > 3).ifPresent(text -> hides(reply, text));
                    reply.payload().filter(text -> text.length() > 3).ifPresent(text -> hides(reply, text));
                }
            }
        }
    }

    private static void hides(InboundEvent.Reply reply, String personal) {
        assertFalse(reply.toString().contains(personal), () -> reply + " shows what is personal");
    }

    @Test
    void webhookWithUnknownFieldsIsReadTheSame() throws JsonProcessingException {
        for (String body : webhookBodies()) {
            byte[] plain = body.getBytes(StandardCharsets.UTF_8);
            if (Spoiled.isJson(plain)) {
                byte[] more = Spoiled.withUnknownFields(body).getBytes(StandardCharsets.UTF_8);
                assertEquals(channel.decodeWebhook(webhook(plain)), channel.decodeWebhook(webhook(more)));
            }
        }
    }

    @Test
    void spoiledWebhooksAreMalformedAndNothingElse() {
        List<String> samples = new ArrayList<>(webhookBodies());
        samples.add("{\"results\":[]}");
        for (String sample : samples) {
            for (byte[] body : Spoiled.of(sample)) {
                survive(body, () -> channel.decodeWebhook(webhook(body)));
            }
        }
    }

    @Test
    void reportsThatAreAskedForSurviveAnyAnswer() {
        channel.reports().ifPresent(exchange -> {
            hidesSecretsAndPeople(exchange.request().target());
            for (String body : webhookBodies()) {
                survivesAnswers(exchange, body);
            }
        });
    }

    @Test
    void fuzzedWebhooksAreMalformedAndNothingElse() {
        for (String sample : webhookBodies()) {
            for (byte[] body : Wild.of(sample, FUZZED)) {
                survive(body, () -> channel.decodeWebhook(webhook(body)));
            }
        }
    }

    /** A link comes only where what people write comes back, holds all of the text or none, and is fit for a QR code. */
    @Test
    void chatIsOpenedByALinkOrRefusedWithAReason() {
        String text = "I agree & so on: " + SampleMessages.CODE + "+1 #?\u00e9\ud83d\ude00";
        ChatLinkContext context = ChatLinkContext.of(sender(), text);
        ChatLink link = channel.chatLink(context);
        same(link, channel.chatLink(context), "the link to the chat");
        hidesSecrets(context.toString());
        hidesSecrets(link.toString());
        if (link instanceof ChatLink.Refused why) {
            assertFalse(why.reason().isBlank(), "it is refused without a reason");
            assertFalse(why.reason().endsWith("."), "the reason is a clause");
            return;
        }
        ChatLink.Open open = (ChatLink.Open) link;
        assertFalse(channel.capabilities().inbound().isEmpty(), "a link, and nothing comes back");
        assertTrue(open.uri().isAbsolute(), () -> open.uri() + " is not absolute");
        assertTrue(open.uri().toString().matches("\\p{ASCII}+"), () -> open.uri() + " is not encoded");
        assertEquals(
                open.prefilled(), open.uri().toString().contains(ChatLink.encode(text)), "whether it brings the text");
        assertTrue(
                channel.chatLink(ChatLinkContext.of("\u0000 no sender /?#", text)) instanceof ChatLink, "any sender");
    }

    @Test
    void registryMakesRequestsAndSurvivesAnyAnswer() {
        channel.templateRegistry().ifPresent(registry -> {
            survivesAnswers(registry.get(sender(), "template-1"));
            survivesAnswers(registry.list(sender()));
            messages().forEach(message -> create(registry, message));
        });
    }

    private void create(TemplateRegistry registry, OutboundMessage message) {
        try {
            Template source = message.content().template().source();
            Exchange<?> exchange = registry.create(sender(), channel.adaptRegistered(provider.id(), source));
            hidesSecretsAndPeople(exchange.request().target());
            hidesSecrets(new String(exchange.request().body(), StandardCharsets.UTF_8));
            if (message.id().equals(messages().get(0).id())) {
                survivesAnswers(exchange);
            }
        } catch (TemplateRefusedException e) {
            assertFalse(e.reasons().isEmpty());
        }
    }

    private void survivesAnswers(Exchange<?> exchange) {
        survivesAnswers(
                exchange, "{\"templates\":[{\"id\":\"1\",\"name\":\"n\",\"language\":\"en\",\"status\":\"X\"}]}");
    }

    private void survivesAnswers(Exchange<?> exchange, String good) {
        hidesSecrets(exchange.request().target());
        for (byte[] body : Spoiled.of(good)) {
            survive(body, () -> List.of(exchange.decode().apply(response(body))));
        }
    }

    /** What the decoder reads from the body; nothing if it says that it can't. */
    private static <T> List<T> survive(byte[] body, Supplier<List<T>> decoder) {
        try {
            List<T> read = decoder.get();
            assertNotNull(read, () -> "null was read from " + show(body));
            return read;
        } catch (MalformedResponseException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank(), () -> "nothing is said about " + show(body));
            return List.of();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("expected MalformedResponseException or a result for " + show(body), e);
        }
    }

    private static String show(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + body.length + " bytes)";
    }

    private static List<String> ids(EncodeContext context) {
        return context.messages().stream().map(OutboundMessage::id).toList();
    }

    private static WireResponse response(String body) {
        return response(body.getBytes(StandardCharsets.UTF_8));
    }

    private static WireResponse response(byte[] body) {
        return WireResponse.of(200, JSON, body);
    }

    private WebhookRequest webhook(byte[] body) {
        return WebhookRequest.of("POST", "/" + provider.id() + "/token", JSON, body);
    }
}
