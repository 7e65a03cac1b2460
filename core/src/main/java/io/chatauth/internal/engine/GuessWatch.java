package io.chatauth.internal.engine;

import io.chatauth.Language;
import io.chatauth.event.ChatAuthEvent.GuessesExhausted;
import io.chatauth.event.ChatAuthEvent.GuessesExhausted.Whose;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.reply.Notice;
import io.chatauth.store.ChallengeRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets a person and the application know that somebody guessed until no guess was left. On a thread of its own, so that whoever
 * guesses can't measure whether there is somebody to be told.
 */
final class GuessWatch {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ENGLISH = "en";

    private final Parts parts;
    private final Guard guard;
    private final Notices notices;
    private final Decoys decoys;

    GuessWatch(Parts parts, Guard guard, Notices notices, Decoys decoys) {
        this.parts = parts;
        this.guard = guard;
        this.notices = notices;
        this.decoys = decoys;
    }

    /** All attempts of a challenge were wrong. */
    void challengeExhausted(ChallengeRecord challenge, Content content) {
        guard.later(() -> tell(challenge, content, Whose.CHALLENGE));
    }

    /** All that a recipient may get wrong in a day is used up; told once. */
    void recipientExhausted(ChallengeRecord challenge, Content content) {
        guard.later(() -> {
            String mark = parts.keys()
                    .index(
                            parts.keys().activeId(),
                            "guessed",
                            challenge.tenant().value(),
                            challenge.subjectKey());
            if (parts.state().putIfAbsent("guessed:" + mark, "told", DAY)) {
                tell(challenge, content, Whose.RECIPIENT);
            }
        });
    }

    private void tell(ChallengeRecord challenge, Content content, Whose whose) {
        if (content.recipient().isEmpty() || decoys.is(challenge)) {
            return;
        }
        boolean told = notices.tell(
                challenge.channel(),
                content.sender(),
                content.to(),
                Notice.GUESSED,
                content.language().map(Language::code).orElse(ENGLISH));
        Instant now = parts.clock().instant();
        parts.events()
                .tell(new GuessesExhausted(
                        now,
                        challenge.tenant(),
                        challenge.id(),
                        challenge.flow(),
                        challenge.channel(),
                        content.to().masked(),
                        whose,
                        told));
    }
}
