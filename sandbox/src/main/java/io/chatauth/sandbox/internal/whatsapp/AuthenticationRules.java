package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of an AUTHENTICATION template, and the words that WhatsApp itself writes into it. */
final class AuthenticationRules {
    private static final int BUTTON_TEXT = 25;
    private static final int SIGNATURE_HASH = 11;
    private static final int MAX_EXPIRATION = 90;
    private static final int MIN_VALIDITY = 30;
    private static final int MAX_VALIDITY = 15 * 60;
    private static final String CODE_URL = "https://www.whatsapp.com/otp/code/?otp_type=";

    private AuthenticationRules() {}

    static void check(Fields structure) {
        Fields body = structure.requiredObject("body");
        if (body != null) {
            body.flag("addSecurityRecommendation");
            if (body.has("text")) {
                body.reject("text", "must not be set: WhatsApp fixes the text of an authentication template");
            }
        }
        Fields footer = structure.requiredObject("footer");
        if (footer != null) {
            footer.integer("codeExpirationMinutes", 1, MAX_EXPIRATION);
        }
        if (structure.has("header")) {
            structure.reject("header", "must not be set in an authentication template");
        }
        if (!structure.has("buttons")) {
            structure.reject("buttons", "must not be null");
            return;
        }
        List<Fields> buttons = structure.objects("buttons");
        if (buttons == null) {
            return;
        }
        if (buttons.size() != 1) {
            structure.reject("buttons", "size must be between 1 and 1");
            return;
        }
        button(buttons.get(0));
    }

    private static void button(Fields button) {
        String type = button.oneOf("otpType", Set.of("COPY_CODE", "ONE_TAP"));
        button.text("text", 0, BUTTON_TEXT);
        if ("ONE_TAP".equals(type)) {
            button.text("autofillText", 0, BUTTON_TEXT);
            button.required("packageName", Integer.MAX_VALUE);
            String hash = button.required("signatureHash", Integer.MAX_VALUE);
            if (hash != null && hash.length() != SIGNATURE_HASH) {
                button.reject("signatureHash", "size must be between " + SIGNATURE_HASH + " and " + SIGNATURE_HASH);
            }
        }
    }

    static void validity(@Nullable Fields period) {
        if (period == null) {
            return;
        }
        if (!period.has("amount")) {
            period.reject("amount", "must not be null");
            return;
        }
        Integer amount = period.integer("amount", Integer.MIN_VALUE, Integer.MAX_VALUE);
        String unit = period.has("timeUnit") ? period.oneOf("timeUnit", Set.of("SECONDS", "MINUTES")) : "MINUTES";
        if (amount == null || unit == null || amount == -1) {
            return;
        }
        long seconds = unit.equals("SECONDS") ? amount : amount * 60L;
        if (seconds < MIN_VALIDITY || seconds > MAX_VALIDITY) {
            period.reject("amount", "must be -1 or between 30 seconds and 15 minutes");
        }
    }

    /** The structure as it is read back: WhatsApp's words, and a URL button for the code. */
    static ObjectNode readBack(JsonNode given) {
        ObjectNode structure = Json.object();
        boolean advice = given.path("body").path("addSecurityRecommendation").asBoolean(false);
        structure
                .putObject("body")
                .put(
                        "text",
                        "*{{1}}* is your verification code."
                                + (advice ? " For your security, do not share this code." : ""));
        int minutes = given.path("footer").path("codeExpirationMinutes").asInt(0);
        if (minutes > 0) {
            structure
                    .putObject("footer")
                    .put("text", "This code expires in " + minutes + (minutes == 1 ? " minute." : " minutes."));
        }
        JsonNode button = given.path("buttons").path(0);
        String type = button.path("otpType").asText("COPY_CODE");
        String label = type.equals("ONE_TAP") ? "autofillText" : "text";
        structure
                .putArray("buttons")
                .addObject()
                .put("type", "URL")
                .put("text", text(button.path(label), type.equals("ONE_TAP") ? "Autofill" : "Copy code"))
                .put("url", CODE_URL + type + "&code=otp{{1}}");
        return structure.put("type", "MEDIA");
    }

    private static String text(JsonNode label, String fallback) {
        String text = label.asText("");
        return text.isBlank() ? fallback : text;
    }
}
