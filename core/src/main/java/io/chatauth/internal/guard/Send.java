package io.chatauth.internal.guard;

import io.chatauth.ChallengeId;
import java.util.Optional;

/**
 * A message that shall be sent.
 *
 * @param who to whom
 * @param ip where it was asked for; empty if that was not said
 * @param device a digest of what the device shows that asks; empty if it shows nothing
 * @param prompt whether it asks a question that is answered with a tap
 * @param challenge the challenge; empty for a first message
 */
public record Send(
        Who who, Optional<IpAddress> ip, Optional<String> device, boolean prompt, Optional<ChallengeId> challenge) {
    /**
     * The first message of a challenge.
     *
     * @throws io.chatauth.RequestException if the IP address is none
     */
    public static Send first(Who who, Optional<String> ip, Optional<String> device, boolean prompt) {
        return new Send(who, ip.map(IpAddress::parse), device, prompt, Optional.empty());
    }

    /** A further message of a challenge. */
    public static Send again(Who who, Optional<String> device, boolean prompt, ChallengeId challenge) {
        return new Send(who, Optional.empty(), device, prompt, Optional.of(challenge));
    }
}
