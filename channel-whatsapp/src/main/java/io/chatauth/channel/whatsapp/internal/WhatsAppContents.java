package io.chatauth.channel.whatsapp.internal;

import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.TemplateContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a template can be compared: with its numbered placeholders, as it is read back. Examples are not read back. The
 * words of an authentication template are WhatsApp's, translated, so of these only the kind of the button, the minutes and,
 * in English, the advice are compared.
 */
final class WhatsAppContents {
    private static final String AUTHENTICATION = "AUTHENTICATION";
    private static final String OTP_TYPE = "otp_type=";
    private static final String ADVICE = "do not share";

    /** Parts that ChatAuth never registers; that they are there is a difference. */
    private static final List<String> FOREIGN = List.of("carousel", "limitedTimeOffer", "callPermissionRequest");

    private WhatsAppContents() {}

    static String category(AdaptedTemplate template) {
        return template.source().category() == Category.AUTHENTICATION ? AUTHENTICATION : "UTILITY";
    }

    static TemplateContent of(AdaptedTemplate template, WhatsAppOptions options) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TemplateContent.CATEGORY, category(template));
        if (template.textFixed()) {
            if (english(template.source().language())) {
                parts.put("security advice", Boolean.toString(options.securityAdvice()));
            }
            options.minutes().ifPresent(minutes -> parts.put("minutes", Integer.toString(minutes)));
            parts.put("code button", options.oneTap().isPresent() ? "ONE_TAP" : "COPY_CODE");
            return TemplateContent.of(parts);
        }
        template.header().ifPresent(text -> parts.put("header", WhatsAppStructure.numbered(text)));
        parts.put("body", WhatsAppStructure.numbered(template.body()).strip());
        template.footer().ifPresent(text -> parts.put("footer", text));
        int number = 0;
        for (Button button : template.buttons()) {
            number++;
            parts.put("button " + number, button(button));
        }
        return TemplateContent.of(parts);
    }

    /** Reads the content of a registered template; empty if the answer doesn't show it. */
    static Optional<TemplateContent> readBack(JsonObject template) {
        Optional<JsonObject> structure = template.object("structure");
        if (structure.isEmpty() || structure.get().object("body").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        template.text("category").ifPresent(category -> parts.put(TemplateContent.CATEGORY, category));
        List<JsonObject> buttons = structure.get().objects("buttons").orElse(List.of());
        String body = text(structure.get(), "body");
        if (template.text("category").filter(AUTHENTICATION::equals).isPresent()
                && buttons.stream().anyMatch(button -> codeButton(button).isPresent())) {
            if (english(template.text("language").orElse(""))) {
                parts.put("security advice", Boolean.toString(body.contains(ADVICE)));
            }
            minutes(text(structure.get(), "footer")).ifPresent(minutes -> parts.put("minutes", minutes));
            parts.put(
                    "code button",
                    buttons.stream()
                            .flatMap(button -> codeButton(button).stream())
                            .findFirst()
                            .orElse(""));
            return Optional.of(TemplateContent.of(parts));
        }
        structure.get().object("header").ifPresent(header -> parts.put("header", header(header)));
        parts.put("body", body.strip());
        structure
                .get()
                .object("footer")
                .flatMap(footer -> footer.text("text"))
                .ifPresent(footer -> parts.put("footer", footer));
        for (int i = 0; i < buttons.size(); i++) {
            parts.put("button " + (i + 1), button(buttons.get(i)));
        }
        for (String part : FOREIGN) {
            structure.get().object(part).ifPresent(there -> parts.put(part, "yes"));
        }
        return Optional.of(TemplateContent.of(parts));
    }

    private static String header(JsonObject header) {
        return header.text("text").orElseGet(() -> header.text("format").orElse(""));
    }

    private static String text(JsonObject structure, String part) {
        return structure.object(part).flatMap(object -> object.text("text")).orElse("");
    }

    private static String button(Button button) {
        return switch (button.kind()) {
            case CALL_PHONE -> call(button.label(), button.value());
            case OPEN_URL -> "URL [" + button.label() + "] " + WhatsAppStructure.numbered(button.value());
            case QUICK_REPLY -> "QUICK_REPLY [" + button.label() + "]";
            case COPY_CODE -> "COPY_CODE";
        };
    }

    private static String button(JsonObject button) {
        String type = button.text("type").orElse("");
        String label = button.text("text").orElse("");
        return switch (type) {
            case "PHONE_NUMBER" -> call(label, button.text("phoneNumber").orElse(""));
            case "URL" -> "URL [" + label + "] " + button.text("url").orElse("");
            case "QUICK_REPLY" -> "QUICK_REPLY [" + label + "]";
            case "COPY_CODE" -> "COPY_CODE";
            default -> type + " [" + label + "]";
        };
    }

    private static String call(String label, String number) {
        return "PHONE_NUMBER [" + label + "] " + (number.startsWith("+") ? number : "+" + number);
    }

    /** Read back, the button of an authentication template is a link to WhatsApp's own page that names its kind. */
    private static Optional<String> codeButton(JsonObject button) {
        return button.text("url").filter(url -> url.contains(OTP_TYPE)).map(url -> {
            int begin = url.indexOf(OTP_TYPE) + OTP_TYPE.length();
            int end = url.indexOf('&', begin);
            return url.substring(begin, end < 0 ? url.length() : end);
        });
    }

    /** The number in the footer, in whatever digits the language has. */
    private static Optional<String> minutes(String footer) {
        StringBuilder digits = new StringBuilder();
        footer.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits.toString());
    }

    private static boolean english(String language) {
        return language.equals("en") || language.startsWith("en_") || language.startsWith("en-");
    }
}
