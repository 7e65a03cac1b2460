package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.internal.key.TamperedPayloadException;
import io.chatauth.store.ChallengeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Right answers that wait until the application confirms them: who sent them, sealed, the first one only. */
final class Held {
    private static final Logger LOG = LoggerFactory.getLogger(Held.class);

    private final Parts parts;

    Held(Parts parts) {
        this.parts = parts;
    }

    /** Holds an answer; false if another was first. */
    boolean hold(ChallengeRecord challenge, Address from) {
        Instant now = parts.clock().instant();
        Duration left = Duration.between(now, challenge.expiresAt()).plus(parts.retention());
        String value = SealedText.seal(parts.keys(), challenge.id(), from.kind() + " " + from.value());
        return parts.state().putIfAbsent(key(challenge), value, left)
                || address(challenge).filter(from::equals).isPresent();
    }

    /** Who sent the right answer; empty if nobody did yet. */
    Optional<Address> address(ChallengeRecord challenge) {
        return parts.state().get(key(challenge)).flatMap(text -> {
            try {
                String[] halves =
                        SealedText.open(parts.keys(), challenge.id(), text).split(" ", 2);
                return Optional.of(new Address(Address.Kind.valueOf(halves[0]), halves[1]));
            } catch (TamperedPayloadException e) {
                LOG.error("Who answered {} was changed in the shared state, and is not believed", challenge.id());
                return Optional.empty();
            }
        });
    }

    private static String key(ChallengeRecord challenge) {
        return "held:" + challenge.id();
    }
}
