package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.chatauth.Expect;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.VerificationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Neither a code, nor a number, nor a value of a template may stand in a log line, an event, an exception or a text. */
class CanaryTest {
    private static final String NUMBER = "1134960001";
    private static final String NAME = "Nebuchadnezzar";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getMessage()));
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(appender);
    }

    @AfterEach
    void end() {
        logger.detachAppender(appender);
        logger.setLevel(null);
    }

    @Test
    void nothingThatIsSecretOrPersonalIsToldToAnyone() {
        List<String> told = new ArrayList<>();
        String code;
        try (World world = new World()) {
            Started started = world.startCode();
            code = world.lastCode();
            told.add(started.toString());
            told.add(world.code().build().toString());
            told.add(world.engine
                    .verify(started.id(), world.wrongCode(), World.LOGIN)
                    .toString());
            told.add(world.engine
                    .verify(started.id(), code, Expect.purpose("other"))
                    .toString());
            world.clock.advance(java.time.Duration.ofSeconds(4));
            told.add(world.engine.verify(started.id(), code, World.LOGIN).toString());
            told.add(world.engine.outcome(started.id(), World.LOGIN).toString());
            told.add(world.store.find(started.id()).toString());
            Started notice =
                    world.engine.start(world.notice().value("name", NAME).build());
            world.receipt(notice);
            told.add(world.store.find(notice.id()).toString());
            told.add(assertThrows(
                            RequestException.class,
                            () -> world.engine.start(world.notice()
                                    .value("name", NAME + "\u202e")
                                    .build()))
                    .getMessage());
            told.add(assertThrows(
                            RequestException.class,
                            () -> world.engine.start(VerificationCode.to(NUMBER)
                                    .via("plain")
                                    .purpose("login")
                                    .build()))
                    .getMessage());
            world.wire.status = 400;
            world.wire.answer =
                    "{\"requestError\":{\"serviceException\":{\"messageId\":\"BAD_REQUEST\",\"text\":\"no\"}}}";
            Started refused = world.engine.start(world.code().purpose("again").build());
            told.add(world.receipt(refused).toString());
            for (ChatAuthEvent event : world.events) {
                told.add(event.toString());
            }
        }
        told.addAll(lines);

        assertTrue(lines.size() > 3, "the log was listened to");
        for (String text : told) {
            assertFalse(text.contains(code), () -> "the code in: " + text);
            assertFalse(text.contains(NUMBER), () -> "the number in: " + text);
            assertFalse(text.contains(NAME), () -> "a value in: " + text);
        }
    }
}
