package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnknownFieldsTest {
    private final World world = new World();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(UnknownFields.class);

    @BeforeEach
    void listen() {
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void close() {
        logger.detachAppender(heard);
        logger.setLevel(null);
        world.close();
    }

    @Test
    void aFieldThatTheChannelDoesNotKnowIsLoggedOnceHoweverDeepItStands() {
        world.channel.fields = Set.of("results", "from");

        assertEquals(200, post("{'results':[{'from':'1','mood':{'from':[{'address2':1}]}}]}", true));
        assertEquals(200, post("{'results':[{'mood':'x'}],'mood':1}", true));

        assertEquals(List.of("'mood'", "'address2'"), told());
    }

    @Test
    void aNameThatMayBeSomebodysOrATrickIsNotShown() {
        world.channel.fields = Set.of("results");

        post("{'447700900123':1,'HR.1234567890':1,'a b\\n':1}", true);

        assertEquals(List.of("with a name of another form"), told());
    }

    @Test
    void neitherStrangersNorChannelsThatDoNotSayAreLookedAt() {
        assertEquals(200, post("{'mood':1}", true));
        world.channel.fields = Set.of("results");
        assertEquals(401, post("{'mood':1}", false));

        assertEquals(List.of(), told());
    }

    @Test
    void howManyAreRememberedIsBounded() {
        world.channel.fields = Set.of("results");
        StringBuilder many = new StringBuilder("{'results':1");
        for (int i = 0; i < 26 * 26; i++) {
            many.append(",'")
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append("':1");
        }

        post(many + "}", true);

        assertEquals(200, told().size());
    }

    private int post(String json, boolean signed) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = signed ? Map.of(Hooks.HEADER, Hooks.signature(body)) : Map.of();
        return world.receiver
                .receive(WebhookRequest.of("POST", "/plain", headers, body))
                .status();
    }

    private List<String> told() {
        return heard.list.stream()
                .map(line -> line.getFormattedMessage()
                        .replaceFirst("A field (.*) in webhooks of plain is not known.*", "$1"))
                .toList();
    }
}
