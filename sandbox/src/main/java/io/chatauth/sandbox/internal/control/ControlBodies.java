package io.chatauth.sandbox.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fault;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.webhook.SignatureStyle;
import io.chatauth.sandbox.internal.webhook.Signing;
import io.chatauth.sandbox.internal.webhook.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the control API's bodies; what is wrong is said in a sentence. */
final class ControlBodies {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final int HOUR_MS = 3_600_000;
    private static final int MANY = 1_000_000;

    private ControlBodies() {}

    /** The body, which has no other properties than these. */
    static ObjectNode body(Request request, Set<String> known) {
        ObjectNode body = request.object("the body must be a JSON object");
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad("there is no '" + name + "' here; known are "
                        + known.stream().sorted().toList());
            }
        });
        return body;
    }

    static Target target(Request request) {
        ObjectNode body = body(
                request,
                Set.of("url", "hmacSecret", "hmacAlgorithm", "header", "encoding", "prefix", "timestampHeader"));
        URI url = Target.address(required(body, "url"));
        if (url == null) {
            throw bad("'url' must be an absolute http or https address");
        }
        String secret = text(body, "hmacSecret");
        if (secret == null) {
            if (body.size() > 1) {
                throw bad("without 'hmacSecret' nothing is signed, so only 'url' can be given");
            }
            return Target.of(url);
        }
        String algorithm = orElse(text(body, "hmacAlgorithm"), Signing.DEFAULT_ALGORITHM);
        if (!Signing.algorithms().contains(algorithm)) {
            throw bad("'hmacAlgorithm' must be one of " + Signing.algorithms());
        }
        return new Target(url, new Signing(secret, algorithm, style(body)), Map.of());
    }

    static SignatureStyle style(Request request) {
        return style(body(request, Set.of("header", "encoding", "prefix", "timestampHeader")));
    }

    private static SignatureStyle style(ObjectNode body) {
        String header = orElse(text(body, "header"), SignatureStyle.DEFAULT.header());
        String timestampHeader = text(body, "timestampHeader");
        if (!HEADER.matcher(header).matches()
                || (timestampHeader != null && !HEADER.matcher(timestampHeader).matches())) {
            throw bad("'header' and 'timestampHeader' must be names of HTTP headers");
        }
        String encoding = orElse(text(body, "encoding"), SignatureStyle.DEFAULT.encoding());
        if (!encoding.equals("hex") && !encoding.equals("base64")) {
            throw bad("'encoding' must be hex or base64");
        }
        return new SignatureStyle(header, encoding, orElse(text(body, "prefix"), ""), timestampHeader);
    }

    static Duration advance(Request request) {
        JsonNode value = body(request, Set.of("advanceMs")).get("advanceMs");
        if (value == null || !value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
            throw bad("'advanceMs' must be a whole number, and not negative");
        }
        return Duration.ofMillis(value.longValue());
    }

    static Fault fault(Request request) {
        ObjectNode body = body(request, Set.of("path", "status", "delayMs", "drop", "handled", "retryAfter", "times"));
        String path = required(body, "path");
        if (!path.startsWith("/")) {
            throw bad("'path' must begin with /");
        }
        Integer status = number(body, "status", 400, 599);
        Integer delayMs = number(body, "delayMs", 1, HOUR_MS);
        boolean drop = flag(body, "drop");
        boolean handled = flag(body, "handled");
        Integer retryAfter = number(body, "retryAfter", 0, HOUR_MS);
        Integer times = number(body, "times", 1, MANY);
        if (status == null && delayMs == null && !drop) {
            throw bad("a fault needs 'status', 'delayMs' or 'drop'");
        }
        if (status != null && drop) {
            throw bad("a dropped request gets no 'status'");
        }
        if (handled && !drop) {
            throw bad("'handled' is for dropped requests only");
        }
        if (retryAfter != null && (status == null || (status != 429 && status != 503))) {
            throw bad("'retryAfter' goes with status 429 or 503 only");
        }
        return new Fault(
                path, status, delayMs == null ? 0 : delayMs, drop, handled, retryAfter, times == null ? 1 : times);
    }

    static String required(ObjectNode body, String name) {
        String text = text(body, name);
        if (text == null || text.isBlank()) {
            throw bad("'" + name + "' is missing");
        }
        return text;
    }

    static @Nullable String text(ObjectNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw bad("'" + name + "' must be a text, and not empty");
        }
        return value.textValue();
    }

    static @Nullable ObjectNode object(ObjectNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw bad("'" + name + "' must be an object");
    }

    static Problem bad(String sentence) {
        return new Problem(400, sentence);
    }

    private static @Nullable Integer number(ObjectNode body, String name, int min, int max) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw bad("'" + name + "' must be a whole number from " + min + " to " + max);
        }
        return value.intValue();
    }

    static boolean flag(ObjectNode body, String name) {
        JsonNode value = body.get(name);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            throw bad("'" + name + "' must be true or false");
        }
        return value != null && value.asBoolean(false);
    }

    private static String orElse(@Nullable String text, String fallback) {
        return text == null ? fallback : text;
    }
}
