package io.chatauth.template;

import io.chatauth.ChannelId;
import io.chatauth.internal.text.Sentences;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which buttons stay buttons and which become lines of the text. Quick replies go first, all or none; the others follow in
 * the order of the template until the channel has no more room.
 */
final class ButtonPlan {
    final List<Button> kept = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    final List<AdaptationNote> notes = new ArrayList<>();
    final List<String> reasons = new ArrayList<>();

    private final ChannelId channel;
    private final Template template;
    private final Capabilities can;
    private final Direction direction;
    private final boolean textFixed;
    private final Map<ButtonKind, Integer> counts = new EnumMap<>(ButtonKind.class);

    /** Makes the plan; {@code textFixed} if the channel fixes the words, so that no line can be added. */
    ButtonPlan(ChannelId channel, Template template, Capabilities can, Direction direction, boolean textFixed) {
        this.channel = channel;
        this.template = template;
        this.can = can;
        this.direction = direction;
        this.textFixed = textFixed;
        List<Button> replies = template.buttons().stream()
                .filter(button -> button.kind() == ButtonKind.QUICK_REPLY)
                .toList();
        boolean repliesKept = !replies.isEmpty() && !textFixed && placeReplies(replies);
        for (Button button : template.buttons()) {
            if (textFixed && button.kind() != ButtonKind.COPY_CODE) {
                refuseInFixedText(button);
            } else if (button.kind() != ButtonKind.QUICK_REPLY) {
                place(button);
            } else if (repliesKept) {
                keep(button);
            }
        }
    }

    /** Decides for all quick replies at once; true if they stay buttons. */
    private boolean placeReplies(List<Button> replies) {
        Set<String> words = new HashSet<>();
        for (Button reply : replies) {
            if (!words.add(reply.value().strip().toLowerCase(Locale.ROOT))) {
                reasons.add("two quick replies are answered with '" + reply.value()
                        + "', so the answer would say nothing; give each its own reply");
            }
        }
        if (can.inbound().isEmpty()) {
            reasons.add("no answer of a person comes back from " + channel + ", so " + labels(replies)
                    + " can't be quick replies; ask for a code instead, with a template that has {{code}} and is typed where"
                    + " the person started, or link to a page");
            return false;
        }
        Optional<String> cause = noRoom(ButtonKind.QUICK_REPLY, replies.size());
        if (cause.isEmpty()) {
            // The others find out what room is left.
            counts.put(ButtonKind.QUICK_REPLY, replies.size());
            return true;
        }
        if (!can.inbound().contains(Evidence.TEXT)) {
            reasons.add(cause.get() + ", and typed answers don't come back, so there is no way to answer "
                    + labels(replies) + "; ask for a code instead, or use fewer quick replies");
            return false;
        }
        String line = ReplyLine.of(template.language(), replies);
        lines.add(line);
        notes.add(new AdaptationNote(Kind.REPLY_INLINED, cause.get() + ", so the text says '" + line + "'"));
        return false;
    }

    private void place(Button button) {
        if (button.kind() == ButtonKind.OPEN_URL && !checkLink(button)) {
            return;
        }
        Optional<String> cause = noRoom(button.kind(), 1).or(() -> fixedValue(button));
        if (cause.isPresent()) {
            inline(button, cause.get());
        } else {
            counts.merge(button.kind(), 1, Integer::sum);
            keep(button);
        }
    }

    private boolean checkLink(Button button) {
        boolean variable = button.value().contains("{{");
        Optional<String> unsafe = can.personalLinksRefused();
        if (variable && !Links.hostIsFixed(button.value())) {
            reasons.add(
                    "the URL of the button '" + button.label()
                            + "' has a placeholder in its host, so a value could lead elsewhere; put placeholders after the host");
            return false;
        }
        if (variable && unsafe.isPresent()) {
            reasons.add(personalLink("the button '" + button.label() + "'", unsafe.get()));
            return false;
        }
        String fixed = Adaptation.fixedPart(button.value());
        if (can.lengthUnit().of(fixed) > can.maxUrl()) {
            reasons.add("the URL of the button '" + button.label() + "' has "
                    + can.lengthUnit().of(fixed) + " characters, and " + channel + " takes at most " + can.maxUrl()
                    + "; use a shorter one");
            return false;
        }
        return true;
    }

    static String personalLink(String where, String because) {
        return where + " has a link that differs from person to person, which is not safe here, because " + because
                + "; use a code instead (the flow verification-code)";
    }

    private Optional<String> noRoom(ButtonKind kind, int more) {
        Optional<ButtonSupport> support = can.button(kind);
        if (support.isEmpty()) {
            return Optional.of(channel + " has no " + words(kind) + " buttons");
        }
        int most = support.get().maxCount();
        if (counts.getOrDefault(kind, 0) + more > most) {
            return Optional.of(
                    channel + " shows at most " + most + " " + words(kind) + (most == 1 ? " button" : " buttons"));
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all + more > can.maxButtons()) {
            return Optional.of(channel + " shows at most " + can.maxButtons()
                    + (can.maxButtons() == 1 ? " button" : " buttons") + " in one message");
        }
        return Optional.empty();
    }

    private Optional<String> fixedValue(Button button) {
        boolean varies = button.kind() == ButtonKind.OPEN_URL && button.value().contains("{{");
        boolean variable =
                can.button(button.kind()).map(ButtonSupport::variable).orElse(false);
        return varies && !variable
                ? Optional.of("the " + words(button.kind()) + " buttons of " + channel + " are the same for all people")
                : Optional.empty();
    }

    private void keep(Button button) {
        int most = can.button(button.kind()).map(ButtonSupport::maxLabel).orElse(Integer.MAX_VALUE);
        int length = can.lengthUnit().of(Adaptation.fixedPart(button.label()));
        if (length > most) {
            reasons.add("the label '" + button.label() + "' has " + length + " characters, and a "
                    + words(button.kind()) + " button takes at most " + most + "; use a shorter one");
        }
        if (can.textMode() == TextMode.APPROVED_TEMPLATES && button.label().contains("{{")) {
            reasons.add("the label '" + button.label() + "' has a placeholder, and labels are fixed when " + channel
                    + " approves the template; move the placeholder into the body");
        }
        kept.add(button);
    }

    private void inline(Button button, String cause) {
        switch (button.kind()) {
            case CALL_PHONE ->
                line(
                        Kind.CALL_INLINED,
                        direction.number(button.label(), PhoneFormat.international(button.value())),
                        cause);
            case OPEN_URL -> line(Kind.URL_INLINED, direction.link(button.label(), button.value()), cause);
            case COPY_CODE -> inlineCode(button.value(), cause);
            case QUICK_REPLY -> throw new IllegalStateException("quick replies are placed together");
        }
    }

    private void line(Kind kind, String line, String cause) {
        lines.add(line);
        notes.add(new AdaptationNote(kind, cause + ", so the text says '" + Direction.plain(line) + "'"));
    }

    private void inlineCode(String code, String cause) {
        if (textFixed) {
            notes.add(new AdaptationNote(Kind.CODE_INLINED, cause + ", so the code stands in the text only"));
            return;
        }
        boolean alone = template.body().lines().anyMatch(line -> line.strip().equals(code)) || lines.contains(code);
        if (!alone) {
            lines.add(code);
        }
        notes.add(new AdaptationNote(Kind.CODE_INLINED, cause + ", so the code stands alone on its line"));
    }

    private void refuseInFixedText(Button button) {
        String what = button.kind() == ButtonKind.OPEN_URL ? "a link" : "a " + words(button.kind()) + " button";
        reasons.add(what + " never goes into a message of the category " + template.category() + ", whose form "
                + channel + " fixes; remove the button '" + button.label() + "', or use the category "
                + Category.UTILITY);
    }

    private static String labels(List<Button> replies) {
        return Sentences.and(
                replies.stream().map(reply -> "'" + reply.label() + "'").toList());
    }

    private static String words(ButtonKind kind) {
        return switch (kind) {
            case CALL_PHONE -> "call";
            case OPEN_URL -> "link";
            case QUICK_REPLY -> "quick-reply";
            case COPY_CODE -> "copy-code";
        };
    }
}
