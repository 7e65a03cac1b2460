package io.chatauth.sandbox.internal.line;

import io.chatauth.sandbox.internal.server.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of a bubble and of the boxes in it. */
final class BubbleRules {
    private static final int FLEX = 20;
    private static final int LABEL = 20;
    private static final int URI = 1000;
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> COMPONENTS = Set.of("BOX", "BUTTON", "ICON", "IMAGE", "SEPARATOR", "TEXT", "SPAN");
    private static final Set<String> LAYOUTS = Set.of("HORIZONTAL", "VERTICAL", "BASELINE");
    private static final Set<String> SIZES = Set.of("NANO", "MICRO", "KILO", "MEGA", "GIGA");
    private static final Set<String> DIRECTIONS = Set.of("LEFT_TO_RIGHT", "RIGHT_TO_LEFT");
    private static final Set<String> POSITIONS = Set.of("RELATIVE", "ABSOLUTE");
    private static final Set<String> ALIGNMENTS = Set.of("START", "END", "CENTER");
    private static final Set<String> GRAVITIES = Set.of("TOP", "BOTTOM", "CENTER");
    private static final Set<String> WEIGHTS = Set.of("BOLD", "REGULAR");
    private static final String[] WORDS = {
        "margin",
        "spacing",
        "size",
        "color",
        "width",
        "height",
        "backgroundColor",
        "borderColor",
        "borderWidth",
        "cornerRadius",
        "paddingAll",
        "paddingTop",
        "paddingBottom",
        "paddingStart",
        "paddingEnd",
        "offsetTop",
        "offsetBottom",
        "offsetStart",
        "offsetEnd",
        "aspectRatio"
    };

    private BubbleRules() {}

    static void check(Fields bubble) {
        bubble.oneOf("type", Set.of("BUBBLE"));
        choice(bubble, "size", SIZES);
        choice(bubble, "direction", DIRECTIONS);
        for (String part : List.of("header", "body", "footer")) {
            Fields box = bubble.object(part);
            if (box != null) {
                choice(box, "type", Set.of("BOX"));
                box(box);
            }
        }
        Fields style = bubble.object("style");
        if (style != null) {
            for (String part : List.of("header", "body", "footer")) {
                Fields block = style.object(part);
                if (block != null) {
                    block.text("backgroundColor", 0, ANY);
                    block.text("separatorColor", 0, ANY);
                    block.flag("separator");
                }
            }
        }
        action(bubble.object("action"));
    }

    private static void box(Fields box) {
        box.oneOf("layout", LAYOUTS);
        look(box);
        action(box.object("action"));
        components(box, COMPONENTS);
    }

    private static void components(Fields parent, Set<String> types) {
        List<Fields> components = parent.objects("contents");
        if (components != null) {
            components.forEach(component -> component(component, types));
        }
    }

    private static void component(Fields component, Set<String> types) {
        String type = component.oneOf("type", types);
        if (type == null) {
            return;
        }
        if (type.equals("BOX")) {
            box(component);
            return;
        }
        look(component);
        switch (type) {
            case "BUTTON" -> {
                action(component.requiredObject("action"));
                choice(component, "height", Set.of("SMALL", "MEDIUM"));
            }
            case "ICON", "IMAGE" -> {
                component.required("url", ANY);
                choice(component, "aspectMode", Set.of("COVER", "FIT"));
                action(component.object("action"));
            }
            case "TEXT" -> {
                component.text("text", 0, ANY);
                component.flag("wrap");
                component.integer("maxLines", 0, ANY);
                components(component, Set.of("SPAN"));
                action(component.object("action"));
            }
            case "SPAN" -> {
                component.required("text", ANY);
                choice(component, "style", Set.of("NORMAL", "ITALIC"));
                choice(component, "decoration", Set.of("NONE", "UNDERLINE", "LINE_THROUGH"));
            }
            default -> {}
        }
    }

    private static void look(Fields component) {
        component.integer("flex", 0, FLEX);
        choice(component, "position", POSITIONS);
        choice(component, "align", ALIGNMENTS);
        choice(component, "gravity", GRAVITIES);
        choice(component, "weight", WEIGHTS);
        for (String word : WORDS) {
            component.text(word, 0, ANY);
        }
    }

    private static void action(@Nullable Fields action) {
        if (action == null) {
            return;
        }
        String type = action.oneOf("type", Set.of("URI", "POSTBACK"));
        if (type != null) {
            action.required("label", LABEL);
            action.required(type.equals("URI") ? "uri" : "data", URI);
            Fields alternative = action.object("altUri");
            if (alternative != null) {
                alternative.text("desktop", 0, URI);
            }
        }
    }

    private static void choice(Fields fields, String name, Set<String> values) {
        if (fields.has(name)) {
            fields.oneOf(name, values);
        }
    }
}
