package io.chatauth.sandbox.internal.whatsapp;

import io.chatauth.sandbox.internal.server.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of the structure of a MARKETING or UTILITY template. */
final class StructureRules {
    private static final int BODY = 1024;
    private static final int HEADER = 60;
    private static final int FOOTER = 60;
    private static final int BUTTONS = 10;
    private static final int BUTTON_TEXT = 25;
    private static final int CODE = 15;
    private static final Set<String> HEADERS = Set.of("TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION");
    private static final Set<String> KINDS = Set.of("PHONE_NUMBER", "URL", "QUICK_REPLY", "COPY_CODE");
    private static final Set<String> NOT_HERE = Set.of("carousel", "limitedTimeOffer", "callPermissionRequest");

    private StructureRules() {}

    static void check(Fields structure) {
        body(structure.requiredObject("body"));
        header(structure.object("header"));
        Fields footer = structure.object("footer");
        if (footer != null) {
            String text = footer.required("text", FOOTER);
            if (text != null && Placeholders.any(text)) {
                footer.reject("text", "cannot contain placeholders");
            }
        }
        if (structure.has("buttons")) {
            buttons(structure, structure.objects("buttons"));
        }
        for (String name : NOT_HERE) {
            if (structure.has(name)) {
                structure.reject(name, "is not played by this sandbox");
            }
        }
    }

    private static void body(@Nullable Fields body) {
        if (body == null) {
            return;
        }
        String text = body.required("text", BODY);
        if (text == null) {
            return;
        }
        int count = Placeholders.count(text);
        if (count < 0) {
            body.reject("text", "placeholders must be {{1}}, {{2}}, {{3}} in this order");
            return;
        }
        List<String> examples = body.has("examples") ? body.texts("examples") : List.of();
        if (examples != null && examples.size() != count) {
            body.reject("examples", "number of examples must be the number of placeholders, " + count);
        } else if (examples != null && examples.stream().anyMatch(Placeholders::any)) {
            body.reject("examples", "cannot contain placeholders");
        }
    }

    private static void header(@Nullable Fields header) {
        if (header == null) {
            return;
        }
        String format = header.oneOf("format", HEADERS);
        String example = header.text("example", 1, Integer.MAX_VALUE);
        if (!"TEXT".equals(format)) {
            return;
        }
        String text = header.required("text", HEADER);
        if (text == null) {
            return;
        }
        int count = Placeholders.count(text);
        if (count < 0 || count > 1) {
            header.reject("text", "can contain one placeholder, {{1}}");
        } else if (count == 1 && example == null) {
            header.reject("example", "must not be blank when the text has a placeholder");
        } else if (example != null && Placeholders.any(example)) {
            header.reject("example", "cannot contain placeholders");
        }
    }

    private static void buttons(Fields structure, @Nullable List<Fields> buttons) {
        if (buttons == null) {
            return;
        }
        if (buttons.isEmpty() || buttons.size() > BUTTONS) {
            structure.reject("buttons", "size must be between 1 and " + BUTTONS);
            return;
        }
        List<String> kinds = buttons.stream().map(StructureRules::button).toList();
        most(structure, kinds, "URL", 2);
        most(structure, kinds, "PHONE_NUMBER", 1);
        most(structure, kinds, "COPY_CODE", 1);
        long groups = 0;
        for (int i = 0; i < kinds.size(); i++) {
            boolean quick = kinds.get(i).equals("QUICK_REPLY");
            if (i == 0 || quick != kinds.get(i - 1).equals("QUICK_REPLY")) {
                groups++;
            }
        }
        if (groups > 2) {
            structure.reject("buttons", "quick reply and other buttons have to be grouped together");
        }
    }

    private static void most(Fields structure, List<String> kinds, String kind, int most) {
        if (kinds.stream().filter(kind::equals).count() > most) {
            structure.reject("buttons", "can contain at most " + most + " " + kind);
        }
    }

    private static String button(Fields button) {
        String kind = button.oneOf("type", KINDS);
        if (kind == null) {
            return "";
        }
        if (kind.equals("COPY_CODE")) {
            button.text("example", 1, CODE);
            return kind;
        }
        button.required("text", BUTTON_TEXT);
        if (kind.equals("PHONE_NUMBER")) {
            button.required("phoneNumber", Integer.MAX_VALUE);
        } else if (kind.equals("URL")) {
            url(button);
        }
        return kind;
    }

    private static void url(Fields button) {
        String url = button.required("url", Integer.MAX_VALUE);
        if (url == null) {
            return;
        }
        if (!web(url)) {
            button.reject("url", "must start with https:// or http://");
        }
        String example = button.text("example", 1, Integer.MAX_VALUE);
        int count = Placeholders.count(url);
        if (count < 0 || count > 1 || (count == 1 && !url.endsWith("{{1}}"))) {
            button.reject("url", "can contain one placeholder, {{1}}, at its end");
        } else if (count == 1 && example == null) {
            button.reject("example", "must not be blank when the url has a placeholder");
        }
        if (example != null && (!web(example) || Placeholders.any(example))) {
            button.reject("example", "must be a url without placeholders");
        }
    }

    private static boolean web(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }
}
