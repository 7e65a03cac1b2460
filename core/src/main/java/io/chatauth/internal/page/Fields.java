package io.chatauth.internal.page;

import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.webhook.WebhookRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form that was sent. {@link #toString()} hides them.
 *
 * @param byName the values by name, each name once
 */
record Fields(Map<String, String> byName) {
    static final String FORM = "form";
    static final String CHOICE = "choice";
    static final String YES = "yes";
    static final String NO = "no";
    static final String DIGITS = "digits";

    /** The longest form, in bytes. */
    static final int LONGEST = 4096;

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int MOST = 10;

    Fields {
        byName = Map.copyOf(byName);
    }

    /** The status of a form that can't be read; 0 if it can. */
    static int refusal(WebhookRequest request) {
        String type = request.header("content-type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!type.equals(TYPE)) {
            return 415;
        }
        return request.body().length > LONGEST ? 413 : 0;
    }

    /** Reads a form; empty if it has another form, or a name twice. */
    static Optional<Fields> read(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String pair : text.split("&", MOST + 2)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || fields.size() == MOST) {
                return Optional.empty();
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException otherForm) {
                return Optional.empty();
            }
        }
        return Optional.of(new Fields(fields));
    }

    String form() {
        return byName.getOrDefault(FORM, "");
    }

    Optional<Choice> choice() {
        return switch (byName.getOrDefault(CHOICE, "")) {
            case YES -> Optional.of(Choice.YES);
            case NO -> Optional.of(Choice.NO);
            default -> Optional.empty();
        };
    }

    /** What was typed, if it is two digits of any script. */
    Optional<String> digits() {
        String typed = byName.getOrDefault(DIGITS, "").strip();
        boolean two = typed.codePointCount(0, typed.length()) == 2
                && typed.codePoints().allMatch(Character::isDigit);
        return two ? Optional.of(typed) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Fields[" + byName.size() + "]";
    }
}
