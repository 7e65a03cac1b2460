package io.chatauth.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.IdGenerator;
import io.chatauth.Language;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tutorial's request, sent through ChatAuth to the sandbox, as the sandbox received it. */
class TutorialTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.builder().port(0).apiKey("sandbox-key").build().start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theTutorialsRequestGoesOutFieldForFieldAndNothingMore() throws Exception {
        IdGenerator tutorial = new IdGenerator() {
            @Override
            public ChallengeId newChallengeId() {
                return ChallengeId.of("the-tutorial");
            }

            @Override
            public String messageId(ChallengeId challenge, int step, int send) {
                return "a28dd97c-1ffb-4fcf-99f1-0b557ed381da";
            }
        };
        try (ChatAuth chatAuth = chatAuth().idGenerator(tutorial).build()) {
            send(chatAuth, Language.verbatim("GB"));
        }

        assertEquals(golden("tutorial.json"), sent());
    }

    @Test
    void withTheRegisteredLanguageAndOurOwnIdNothingElseChanges() throws Exception {
        String id;
        try (ChatAuth chatAuth = chatAuth().build()) {
            id = send(chatAuth, Language.of("en")).id().value();
        }

        assertTrue(id.matches("[0-9a-z]{26}"), id);
        JsonNode expected =
                JSON.readTree(golden("tutorial-registered.json").toString().replace("CHALLENGE", id));
        assertEquals(expected, sent());
    }

    @Test
    void theTutorialsLanguageIsRefusedWithTheOnesThatAreMeant() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            RequestException refused = assertThrows(RequestException.class, () -> send(chatAuth, Language.of("GB")));
            assertEquals(
                    "'GB' is no language that whatsapp knows; did you mean en or en_GB? To send it unchecked use"
                            + " Language.verbatim(\"GB\")",
                    refused.getMessage());
        }
    }

    @Test
    void theTutorialsTemplateNameIsRefusedWithTheOneThatIsMeant() {
        Template capital = Template.named("Card_activation").body("Hi {{name}}").build();
        try (ChatAuth chatAuth = chatAuth().template(capital).build()) {
            TemplateRefusedException refused = assertThrows(
                    TemplateRefusedException.class,
                    () -> chatAuth.start(ActivationNotice.to("+441134960001")
                            .via("whatsapp")
                            .purpose("card")
                            .template("Card_activation")
                            .value("name", "Nick")
                            .build()));
            assertTrue(refused.getMessage().contains("card_activation"), refused.getMessage());
            assertTrue(chatAuth.explain("Card_activation", ChannelId.of("whatsapp"))
                    .isRefused());
        }
    }

    private Started send(ChatAuth chatAuth, Language language) {
        Started started = chatAuth.start(ActivationNotice.to("+44 113 496 0001")
                .via("whatsapp")
                .purpose("card")
                .language(language)
                .value("name", "Nick")
                .build());
        Receipt receipt = started.accepted()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertTrue(receipt.accepted(), receipt.toString());
        return started;
    }

    private ChatAuthBuilder chatAuth() {
        return ChatAuth.builder()
                .baseUrl(sandbox.baseUri().toString())
                .apiKey(Secret.of("sandbox-key"))
                .channel(new WhatsAppChannelProvider())
                .sender("whatsapp", "441134960000")
                .template(Template.named("card_activation")
                        .body("Hi {{name}}, Your credit card has been sent to your address today. In order to activate"
                                + " your card, please give us a call.")
                        .button(new Button.CallPhone("Contact Us", "+441123456789"))
                        .build());
    }

    private JsonNode sent() throws IOException, InterruptedException {
        HttpResponse<String> journal = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/_sandbox/requests"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode requests = JSON.readTree(journal.body());
        assertEquals(1, requests.size());
        assertEquals(
                "/whatsapp/1/message/template", requests.get(0).path("path").asText());
        JsonNode body = requests.get(0).path("body");
        return body.isTextual() ? JSON.readTree(body.asText()) : body;
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = TutorialTest.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(in);
        }
    }
}
