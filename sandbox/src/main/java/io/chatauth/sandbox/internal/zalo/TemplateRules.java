package io.chatauth.sandbox.internal.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeRules;
import io.chatauth.sandbox.internal.server.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of a template, and how long Zalo lets the value of each kind of parameter be. */
final class TemplateRules {
    private static final int MEDIA_ID = 100;
    private static final int OTP = 10;
    private static final int BUTTONS = 3;
    private static final int BUTTON_CONTENT = 200;
    private static final int PARAM_NAME = 20;
    private static final int SAMPLE = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Set<String> TYPES =
            Set.of("AUTHENTICATION", "PAYMENT_REQUEST", "SERVICE_REVIEW", "VOUCHER", "CUSTOM");
    private static final Set<String> PLAYED = Set.of("AUTHENTICATION", "CUSTOM");
    private static final Set<String> TAGS = Set.of("TRANSACTION", "CUSTOMER_CARE", "PROMOTION");
    private static final Set<String> ROW_TYPES = Set.of("NO_EFFECT", "SUCCESS", "UPDATE", "NOTE", "ERROR", "BASICS");
    private static final Set<String> BUTTON_TYPES = Set.of(
            "GO_TO_COMPANY_PAGE",
            "MAKE_PHONE_CALL",
            "GO_TO_OA_INFORMATION_PAGE",
            "GO_TO_ZALO_MINI_APP",
            "GO_TO_COMPANY_APPLICATION_PAGE",
            "GO_TO_ANOTHER_WEBSITE_OR_MINI_APP",
            "GO_TO_ANOTHER_APPLICATION",
            "GO_TO_OA_POST",
            "COPY",
            "PAY_NOW",
            "SEE_DETAILS",
            "GO_TO_ELECTRONIC_INVOICE_LOOKUP_PAGE",
            "GO_TO_LANDING_PAGE_APP_DOWNLOAD");

    /** The kinds of parameters, and the lengths that Zalo documents for them. */
    private static final Map<String, Integer> PARAMS = Map.ofEntries(
            Map.entry("CUSTOMER_NAME", 30),
            Map.entry("PHONE_NUMBER", 15),
            Map.entry("ADDRESS", 200),
            Map.entry("CODE", 30),
            Map.entry("CUSTOM_LABELS", 30),
            Map.entry("TRADING_STATUS", 30),
            Map.entry("CONTACT_INFORMATION", 50),
            Map.entry("GENDER_TITLE", 5),
            Map.entry("PRODUCT_NAME_BRAND", 200),
            Map.entry("QUANTITY_AMOUNT", 20),
            Map.entry("TIME", 20),
            Map.entry("OTP", 10),
            Map.entry("URL", 200),
            Map.entry("CURRENCY_VND", 12),
            Map.entry("BANK_TRANSFER_NOTE", 90));

    private TemplateRules() {}

    static int maxLength(String paramType) {
        return PARAMS.getOrDefault(paramType, SAMPLE);
    }

    static void check(Fields template) {
        sized(template, "templateName", 10, 60);
        sized(template, "note", 1, 400);
        sized(template, "trackingId", 1, 200);
        Set<String> params = params(template);
        Fields content = template.requiredObject("templateContent");
        String type = content == null ? null : EnvelopeRules.type(content, TYPES, PLAYED);
        if (content == null || type == null) {
            return;
        }
        if (type.equals("AUTHENTICATION")) {
            authentication(content);
        } else {
            custom(content);
        }
        Set<String> used = new HashSet<>();
        blanks(content.node(), used);
        used.removeAll(params);
        if (!used.isEmpty()) {
            template.reject("params", "must declare what the content uses: " + used);
        }
    }

    private static Set<String> params(Fields template) {
        Set<String> names = new HashSet<>();
        List<Fields> params = template.objects("params");
        for (Fields param : params == null ? List.<Fields>of() : params) {
            param.oneOf("type", PARAMS.keySet());
            String name = param.required("name", PARAM_NAME);
            if (name != null && !NAME.matcher(name).matches()) {
                param.reject("name", "must match ^[A-Za-z0-9_-]+$");
            } else if (name != null && !names.add(name)) {
                param.reject("name", "must be unique");
            }
            param.required("sampleValue", SAMPLE);
        }
        return names;
    }

    private static void authentication(Fields content) {
        logo(content.requiredObject("logo"));
        value(content.requiredObject("otp"), 1, OTP);
        value(content.requiredObject("securityWarning"), 9, 400);
        for (String other : List.of("title", "buttons", "paragraphs", "table")) {
            if (content.has(other)) {
                content.reject(other, "must not be set in an authentication template");
            }
        }
    }

    private static void custom(Fields content) {
        content.oneOf("tag", TAGS);
        value(content.requiredObject("title"), 9, 65);
        Fields buttons = content.requiredObject("buttons");
        if (buttons != null) {
            for (Fields button : buttons.requiredObjects("items", 1, BUTTONS)) {
                button.oneOf("type", BUTTON_TYPES);
                sized(button, "title", 5, 30);
                button.required("content", BUTTON_CONTENT);
            }
        }
        Fields logo = content.object("logo");
        if (logo != null) {
            logo(logo);
        }
        if (content.has("paragraphs")) {
            content.requiredObjects("paragraphs", 1, 4).forEach(paragraph -> value(paragraph, 9, 400));
        }
        Fields table = content.object("table");
        if (table != null) {
            for (Fields row : table.requiredObjects("rows", 2, 8)) {
                sized(row, "title", 3, 36);
                sized(row, "value", 3, 90);
                if (row.has("rowType")) {
                    row.oneOf("rowType", ROW_TYPES);
                }
            }
        }
        EnvelopeRules.notPlayed(content, "image");
    }

    private static void logo(@Nullable Fields logo) {
        if (logo == null) {
            return;
        }
        for (String variant : List.of("light", "dark")) {
            Fields attachment = logo.requiredObject(variant);
            if (attachment != null) {
                attachment.oneOf("type", Set.of("IMAGE"));
                attachment.required("mediaId", MEDIA_ID);
            }
        }
    }

    private static void value(@Nullable Fields component, int min, int max) {
        if (component != null) {
            sized(component, "value", min, max);
        }
    }

    private static void sized(Fields fields, String name, int min, int max) {
        if (fields.required(name, max) != null) {
            fields.text(name, min, max);
        }
    }

    private static void blanks(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            names.addAll(Rendering.BLANKS.names(node.textValue()));
        } else {
            node.forEach(child -> blanks(child, names));
        }
    }
}
