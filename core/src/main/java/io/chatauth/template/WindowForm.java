package io.chatauth.template;

import io.chatauth.template.Capabilities.ButtonSupport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A form of message that needs no approved template while a person's window is open. It is taken only for a message that it
 * shows whole, as the template would: no part is left out, no label cut. A code and a number to call always go by template.
 * Immutable; make it with {@link #named}.
 *
 * @param name what the channel calls it
 * @param maxBody the longest body, in the channel's unit, after filling
 * @param maxHeader the longest header; empty if the form has none
 * @param maxFooter the longest footer; empty if the form has none
 * @param buttons the kinds of button it shows
 * @param fewestButtons how many buttons it must have, 0 or more
 * @param mostButtons how many buttons it may have
 * @param maxUrl the longest URL of a button
 */
public record WindowForm(
        String name,
        int maxBody,
        OptionalInt maxHeader,
        OptionalInt maxFooter,
        Map<ButtonKind, ButtonSupport> buttons,
        int fewestButtons,
        int mostButtons,
        int maxUrl) {
    private static final int LONGEST_URL = 2048;

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a call or a code button is among the buttons
     */
    public WindowForm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(maxHeader, "maxHeader");
        Objects.requireNonNull(maxFooter, "maxFooter");
        buttons = Map.copyOf(buttons);
        if (buttons.containsKey(ButtonKind.CALL_PHONE) || buttons.containsKey(ButtonKind.COPY_CODE)) {
            throw new IllegalArgumentException("a number to call and a code always go by template");
        }
    }

    /**
     * A form with a body and nothing else.
     *
     * @param name what the channel calls it
     * @param maxBody the longest body
     * @return the form
     */
    public static WindowForm named(String name, int maxBody) {
        return new WindowForm(name, maxBody, OptionalInt.empty(), OptionalInt.empty(), Map.of(), 0, 0, LONGEST_URL);
    }

    /**
     * Adds a header.
     *
     * @param longest its longest text
     * @return a form that has one
     */
    public WindowForm withHeader(int longest) {
        return new WindowForm(
                name, maxBody, OptionalInt.of(longest), maxFooter, buttons, fewestButtons, mostButtons, maxUrl);
    }

    /**
     * Adds a footer.
     *
     * @param longest its longest text
     * @return a form that has one
     */
    public WindowForm withFooter(int longest) {
        return new WindowForm(
                name, maxBody, maxHeader, OptionalInt.of(longest), buttons, fewestButtons, mostButtons, maxUrl);
    }

    /**
     * Adds a kind of button, of which there is at least one in the message.
     *
     * @param kind the kind
     * @param support its bounds
     * @return a form that has such buttons only, or those that it had before, too
     */
    public WindowForm withButtons(ButtonKind kind, ButtonSupport support) {
        Map<ButtonKind, ButtonSupport> all = new EnumMap<>(ButtonKind.class);
        all.putAll(buttons);
        all.put(kind, support);
        return new WindowForm(name, maxBody, maxHeader, maxFooter, all, 1, mostButtons + support.maxCount(), maxUrl);
    }

    /**
     * Tells whether the form shows all of a message.
     *
     * @param message the filled message
     * @param unit what the channel counts
     * @return true if nothing is left out
     */
    public boolean shows(AdaptedMessage message, Capabilities.LengthUnit unit) {
        if (message.template().textFixed()
                || message.template().source().category() == Category.AUTHENTICATION
                || message.body().isBlank()
                || unit.of(message.body()) > maxBody) {
            return false;
        }
        boolean header = message.header().isEmpty()
                || (maxHeader.isPresent() && unit.of(message.header().get()) <= maxHeader.getAsInt());
        boolean footer = message.footer().isEmpty()
                || (maxFooter.isPresent() && unit.of(message.footer().get()) <= maxFooter.getAsInt());
        return header && footer && showsButtons(message.buttons(), unit);
    }

    private boolean showsButtons(List<AdaptedMessage.FilledButton> shown, Capabilities.LengthUnit unit) {
        if (shown.size() < fewestButtons || shown.size() > mostButtons) {
            return false;
        }
        Map<ButtonKind, Integer> counts = new EnumMap<>(ButtonKind.class);
        for (AdaptedMessage.FilledButton button : shown) {
            ButtonSupport support = buttons.get(button.kind());
            boolean fits = support != null
                    && counts.merge(button.kind(), 1, Integer::sum) <= support.maxCount()
                    && unit.of(button.label()) <= support.maxLabel()
                    && (button.kind() != ButtonKind.OPEN_URL || button.value().length() <= maxUrl);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
