package io.chatauth.template;

import io.chatauth.RequestException;
import java.util.List;

/** A template, or the values for it, can't be shown on a channel. The message names every reason and what to do. */
public final class TemplateRefusedException extends RequestException {
    private static final long serialVersionUID = 1L;

    /** The reasons, as in the message. */
    private final transient List<String> reasons;

    /**
     * Says why.
     *
     * @param subject what is refused, such as {@code template 'x' (en) on whatsapp}
     * @param reasons a sentence each, at least one, each with what to do
     */
    public TemplateRefusedException(String subject, List<String> reasons) {
        super(subject + " is refused: " + String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Gives the reasons one by one.
     *
     * @return the sentences
     */
    public List<String> reasons() {
        return reasons;
    }
}
