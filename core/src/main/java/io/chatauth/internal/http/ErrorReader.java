package io.chatauth.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chatauth.ApiError;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the error bodies of Infobip: {@code requestError.serviceException} of the older endpoints, {@code errorCode} of the
 * newer ones (a validation leaves the code out). Anything else is kept as text. Never throws, whatever bytes come.
 */
public final class ErrorReader {
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_VIOLATIONS = 1000;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .build();

    private ErrorReader() {}

    /**
     * Reads an answer whose status is not 2xx.
     *
     * @param response the answer
     * @return what it says, cleaned of control characters, with phone numbers masked, and with advice for the status
     */
    public static ApiError read(WireResponse response) {
        int status = response.status();
        JsonNode root;
        try {
            root = JSON.readTree(response.body());
        } catch (IOException | RuntimeException e) {
            return raw(status, response);
        }
        JsonNode old = root.path("requestError").path("serviceException");
        if (old.isObject()) {
            List<ApiError.Violation> violations = new ArrayList<>();
            for (Map.Entry<String, JsonNode> property :
                    old.path("validationErrors").properties()) {
                collect(property.getKey(), property.getValue(), violations);
            }
            return error(
                    status, old.path("messageId").asText(), old.path("text").asText(), violations);
        }
        if (root.hasNonNull("errorCode")
                || root.hasNonNull("description")
                || root.path("violations").isArray()) {
            List<ApiError.Violation> violations = new ArrayList<>();
            for (JsonNode violation : root.path("violations")) {
                collect(violation.path("property").asText(), violation.path("violation"), violations);
            }
            String action = root.path("action").asText();
            String text = root.path("description").asText();
            return error(
                    status,
                    root.path("errorCode").asText(),
                    action.isBlank() ? text : text + " (" + action + ")",
                    violations);
        }
        return raw(status, response);
    }

    private static void collect(String property, JsonNode texts, List<ApiError.Violation> violations) {
        if (texts.isContainerNode()) {
            for (JsonNode text : texts) {
                violations.add(violation(property, text));
            }
        } else {
            violations.add(violation(property, texts));
        }
    }

    private static ApiError.Violation violation(String property, JsonNode text) {
        return new ApiError.Violation(clean(property), clean(text.isTextual() ? text.textValue() : text.toString()));
    }

    private static ApiError raw(int status, WireResponse response) {
        return error(status, "", response.text(), List.of());
    }

    private static ApiError error(int status, String code, String text, List<ApiError.Violation> violations) {
        String said = clean(text.strip());
        List<ApiError.Violation> kept = violations;
        if (violations.size() > MOST_VIOLATIONS) {
            kept = violations.subList(0, MOST_VIOLATIONS);
            said += " (first " + MOST_VIOLATIONS + " of " + violations.size() + " violations)";
        }
        return new ApiError(
                Math.max(100, Math.min(599, status)),
                code.isBlank() ? "HTTP_" + status : clean(code),
                said,
                kept,
                advice(status));
    }

    private static String advice(int status) {
        return switch (status) {
            case 400 -> "Correct the named fields; sending it again cannot help";
            case 401 -> "Check the API key, or user name and password, and that they belong to this base URL";
            case 403 ->
                "Check that the API key has the scope for this call, and that it allows this machine's IP address";
            case 404 -> "Check the base URL, and the sender or template that the request names";
            case 409 -> "It exists already, or was changed meanwhile: read it first";
            case 429 -> "Send more slowly, or ask for a higher rate";
            default ->
                status >= 500
                        ? "The provider failed; the same message may be sent again"
                        : "Correct the request; sending it again cannot help";
        };
    }

    private static String clean(String text) {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        StringBuilder out = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            int type = Character.getType(c);
            boolean hostile = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || (type == Character.SURROGATE && !paired(shown, i));
            out.append(hostile ? ' ' : c);
        }
        String masked = PHONE.matcher(out).replaceAll(found -> Masking.number(found.group()));
        return text.length() <= LONGEST_TEXT ? masked : masked + "… (" + text.length() + " characters)";
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
