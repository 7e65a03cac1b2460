package io.chatauth.template;

import io.chatauth.template.AdaptedMessage.FilledButton;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in lines of text what buttons say, in the words that the adapter uses. For channels that learn only when they encode a
 * message that it can't show its buttons.
 */
public final class ButtonLines {
    private ButtonLines() {}

    /**
     * Writes the lines.
     *
     * @param language the template's language
     * @param buttons the filled buttons
     * @return a line for each button, and one for all quick replies, after the others
     */
    public static List<String> of(String language, List<FilledButton> buttons) {
        List<String> lines = new ArrayList<>();
        List<Button> replies = new ArrayList<>();
        for (FilledButton button : buttons) {
            switch (button.kind()) {
                case CALL_PHONE -> lines.add(button.label() + ": " + PhoneFormat.international(button.value()));
                case OPEN_URL -> lines.add(button.label() + ": " + button.value());
                case COPY_CODE -> lines.add(button.value());
                case QUICK_REPLY -> replies.add(new Button.QuickReply(button.label(), button.value()));
            }
        }
        if (!replies.isEmpty()) {
            lines.add(ofReplies(language, replies));
        }
        return lines;
    }

    /**
     * Writes the line that says what to reply.
     *
     * @param language the template's language
     * @param replies the quick replies, at least one
     * @return such as {@code Reply Y to confirm, N to refuse}, with the placeholders of labels and replies
     */
    public static String ofReplies(String language, List<Button> replies) {
        return ReplyLine.of(language, replies);
    }
}
