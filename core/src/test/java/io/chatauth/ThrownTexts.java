package io.chatauth;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of every exception that was made in this JVM, as the flight recorder saw it. By reflection, because core's module
 * does not read the flight recorder's.
 */
final class ThrownTexts {
    private final Object recording;

    private ThrownTexts(Object recording) {
        this.recording = recording;
    }

    /** Begins to record. */
    static ThrownTexts begin() {
        try {
            Object recording =
                    Class.forName("jdk.jfr.Recording").getConstructor().newInstance();
            Object settings = call(recording, "enable", String.class, "jdk.JavaExceptionThrow");
            settings.getClass().getMethod("withoutStackTrace").invoke(settings);
            recording.getClass().getMethod("start").invoke(recording);
            return new ThrownTexts(recording);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the flight recorder can't be started", e);
        }
    }

    /** Ends recording, and keeps what was seen. */
    void keep() throws IOException {
        Path file = Files.createTempFile("thrown", ".jfr");
        try {
            call(recording, "dump", Path.class, file);
            recording.getClass().getMethod("close").invoke(recording);
            Set<String> texts = new HashSet<>();
            Class<?> reader = Class.forName("jdk.jfr.consumer.RecordingFile");
            for (Object event :
                    (List<?>) reader.getMethod("readAllEvents", Path.class).invoke(null, file)) {
                String text = (String) call(event, "getString", String.class, "message");
                if (text != null) {
                    texts.add(text);
                }
            }
            texts.forEach(text -> Canary.seen("THROWN", text));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the flight recorder's file can't be read", e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Object call(Object on, String method, Class<?> type, Object argument)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return on.getClass().getMethod(method, type).invoke(on, argument);
    }
}
