package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** How a refusal looks on the wire. Infobip has two shapes, the control API a third. */
@FunctionalInterface
public interface ErrorShape {
    /** Infobip's older body ({@code ApiException} in its specs): WhatsApp, its templates, OMNI. */
    ErrorShape OLD = ErrorShape::old;

    /** Infobip's newer body ({@code ApiError} in its specs): Viber, LINE, Kakao, Zalo. */
    ErrorShape NEW = ErrorShape::newer;

    /** The control API's body: one plain sentence. */
    ErrorShape PLAIN = problem -> Json.object().put("status", problem.status()).put("error", problem.sentence());

    /**
     * Writes the body.
     *
     * @param problem the refusal
     * @return its body
     */
    JsonNode body(Problem problem);

    /**
     * Makes the answer of a refusal.
     *
     * @param problem the refusal
     * @return status and body
     */
    default Reply reply(Problem problem) {
        return Reply.json(problem.status(), body(problem));
    }

    /**
     * Tells the shape that an address of the API answers with.
     *
     * @param path the path
     * @return the newer shape for the channels that have it, else the older
     */
    static ErrorShape of(String path) {
        return path.equals("/whatsapp/1/templates")
                        || path.startsWith("/viber/")
                        || path.startsWith("/line/")
                        || path.startsWith("/kakao-")
                        || path.startsWith("/zalo/")
                ? NEW
                : OLD;
    }

    private static JsonNode newer(Problem problem) {
        ObjectNode body = Json.object();
        String code = problem.code();
        body.put("errorCode", code == null ? "E" + problem.status() : code);
        body.put("description", problem.sentence().isEmpty() ? description(problem.status()) : problem.sentence());
        body.put("action", action(problem.status()));
        ArrayNode violations = body.putArray("violations");
        problem.violations()
                .forEach((property, texts) -> texts.forEach(
                        text -> violations.addObject().put("property", property).put("violation", text)));
        body.putArray("resources");
        return body;
    }

    private static String description(int status) {
        return status == 400 ? "Request cannot be processed." : text(status) + (status < 500 ? "." : "");
    }

    private static String action(int status) {
        return switch (status) {
            case 400 -> "Check the syntax, violations and adjust the request.";
            case 401 -> "Check your credentials.";
            case 403 -> "Check the scopes of your credentials.";
            case 404, 405 -> "Check the address of the request.";
            case 409 -> "Use a different name.";
            case 429 -> "Wait and repeat the request.";
            default -> "Repeat the request later.";
        };
    }

    private static JsonNode old(Problem problem) {
        ObjectNode body = Json.object();
        ObjectNode exception = body.putObject("requestError").putObject("serviceException");
        exception.put("messageId", messageId(problem.status()));
        exception.put("text", problem.sentence().isEmpty() ? text(problem.status()) : problem.sentence());
        if (!problem.violations().isEmpty()) {
            ObjectNode errors = exception.putObject("validationErrors");
            for (Map.Entry<String, List<String>> entry : problem.violations().entrySet()) {
                ArrayNode texts = errors.putArray(entry.getKey());
                entry.getValue().forEach(texts::add);
            }
        }
        return body;
    }

    private static String messageId(int status) {
        return switch (status) {
            case 400 -> "BAD_REQUEST";
            case 401 -> "UNAUTHORIZED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 413 -> "REQUEST_ENTITY_TOO_LARGE";
            case 429 -> "TOO_MANY_REQUESTS";
            case 503 -> "SERVICE_UNAVAILABLE";
            default -> status < 500 ? "BAD_REQUEST" : "GENERAL_ERROR";
        };
    }

    private static String text(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 413 -> "Request entity too large";
            case 429 -> "Too many requests";
            case 503 -> "Service unavailable";
            default -> status < 500 ? "Bad request" : "Something went wrong. Please contact support.";
        };
    }
}
