package io.chatauth.audit;

import io.chatauth.event.ChatAuthEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An event as one line. Every record component of an event is a key, so a new kind of event has its line at once. */
final class AuditLine {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._:+*/@,-]+");

    /** What people outside wrote: a provider's text may repeat a number. */
    private static final Set<String> TEXTS = Set.of("text", "reason", "detail");

    /** Neither a date nor the digits of an id. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])(?!\\d{4}-\\d\\d-\\d\\dT)\\+?\\d(?:[ ().-]{0,2}\\d){6,}");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final StringBuilder line = new StringBuilder("event=");

    private AuditLine() {}

    static String of(ChatAuthEvent event) {
        AuditLine out = new AuditLine();
        out.line.append(name(event.getClass()));
        out.parts("", (Record) event);
        return out.line.toString();
    }

    /** {@code ChallengeEnded} is {@code challenge-ended}. */
    static String name(Class<?> type) {
        return HUMP.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private void parts(String prefix, Record of) {
        for (RecordComponent part : of.getClass().getRecordComponents()) {
            value(prefix + part.getName(), get(part, of));
        }
    }

    private void value(String key, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(there -> value(key, there));
        } else if (value instanceof Record one && one.getClass().getRecordComponents().length > 1) {
            parts(key + ".", one);
        } else {
            line.append(' ').append(key).append('=').append(encode(shown(key, value)));
        }
    }

    private static String shown(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(","));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        String text = value.toString();
        return TEXTS.contains(key.substring(key.lastIndexOf('.') + 1)) ? masked(text) : text;
    }

    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(number -> {
            String digits = number.group();
            return digits.substring(0, 3) + "*".repeat(digits.length() - 5) + digits.substring(digits.length() - 2);
        });
    }

    private static String encode(String value) {
        if (BARE.matcher(value).matches()) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 8).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }

    private static Object get(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the event " + of.getClass().getSimpleName() + " can't be read", e);
        }
    }
}
