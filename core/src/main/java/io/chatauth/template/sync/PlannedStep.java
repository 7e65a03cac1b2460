package io.chatauth.template.sync;

import io.chatauth.ChannelId;
import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent.Difference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One template in one language on one channel, and what there is to do about it.
 *
 * @param channel the channel
 * @param template the template's name
 * @param language the language of the template here
 * @param action what there is to do
 * @param key what messages name it by; its name if it is not registered yet
 * @param approval what is known about it
 * @param differences how the registered one differs from the one here
 * @param reason why nothing can be done, or what must be known before it is; may be empty
 */
public record PlannedStep(
        ChannelId channel,
        String template,
        String language,
        Action action,
        String key,
        Approval approval,
        List<Difference> differences,
        String reason) {
    /** What there is to do. */
    public enum Action {
        /** It is not there: it will be created. */
        CREATE("create"),
        /** It is there, as here, and approved or waiting for its review. */
        UNCHANGED("unchanged"),
        /** It is there with another content, and will be edited. The provider reviews it again. */
        DIFFERS("differs"),
        /** It is there, and its state lets nothing be done: somebody must decide. */
        WRONG_STATE("wrong state"),
        /** The provider has no API for templates: somebody must register it there. */
        BY_HAND("by hand"),
        /** The channel can't show or register it. */
        REFUSED("refused");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /**
         * Tells whether it is written to the provider.
         *
         * @return true for {@link #CREATE} and {@link #DIFFERS}
         */
        public boolean writes() {
            return this == CREATE || this == DIFFERS;
        }

        /**
         * Names it for people.
         *
         * @return a word or two
         */
        public String inWords() {
            return words;
        }
    }

    /** Copies the differences. */
    public PlannedStep {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(reason, "reason");
        differences = List.copyOf(differences);
    }

    /**
     * Names the template.
     *
     * @return channel, name and language
     */
    public String subject() {
        return channel + " " + template + " (" + language + ")";
    }

    /**
     * Tells what is behind the action.
     *
     * @return state, differences and reason, as far as there are any
     */
    public String details() {
        String state =
                approval.state() == Approval.State.UNKNOWN && approval.detail().isEmpty() ? "" : approval.describe();
        String different = differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
        return List.of(state, different, reason).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        String details = details();
        return subject() + ": " + action.inWords() + (details.isEmpty() ? "" : "; " + details);
    }
}
