package io.chatauth.internal.key;

import io.chatauth.ChallengeId;
import io.chatauth.Tenant;
import java.util.Objects;

/**
 * All that a code or token is bound to. Change one part and it is another code. {@link #toString()} hides the subject, the
 * digest and the salt.
 *
 * @param keyId the key of the ring
 * @param purpose what the code is good for
 * @param tenant the tenant
 * @param challenge the challenge
 * @param subject the person, fixed at issue; empty where nobody is known yet
 * @param transactionDigest the digest of what is confirmed; empty if nothing is
 * @param salt 128 random bits, base64url, stored with the challenge
 * @param generation 0, and one more with every new code
 */
public record CodeContext(
        String keyId,
        String purpose,
        Tenant tenant,
        ChallengeId challenge,
        String subject,
        String transactionDigest,
        String salt,
        int generation) {
    /** Checks that all parts are there. */
    public CodeContext {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(transactionDigest, "transactionDigest");
        Objects.requireNonNull(salt, "salt");
    }

    /**
     * Says key, purpose, tenant, challenge and generation.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "CodeContext[" + keyId + ", " + purpose + ", " + tenant + ", " + challenge + ", generation " + generation
                + "]";
    }
}
