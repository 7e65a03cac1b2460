package io.chatauth;

import java.util.Objects;
import java.util.Optional;

/**
 * What the caller says a challenge must be about. There is no default: the purpose always, the subject where it is known.
 * A challenge that is about something else is answered like one that does not exist, and the attempt is spent.
 *
 * @param purpose the purpose given at start
 * @param tenant the tenant given at start
 * @param subject the subject given at start; empty if the caller does not know it, and then it is not compared
 * @param assurance the least assurance that counts
 */
public record Expect(String purpose, Tenant tenant, Optional<String> subject, Assurance assurance) {
    /** Checks that all parts are there. */
    public Expect {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(assurance, "assurance");
    }

    /**
     * Expects a purpose, of the default tenant.
     *
     * @param purpose the purpose given at start
     * @return the expectation
     */
    public static Expect purpose(String purpose) {
        return new Expect(purpose, Tenant.DEFAULT, Optional.empty(), Assurance.NONE);
    }

    /**
     * Expects a tenant too.
     *
     * @param id the tenant given at start
     * @return a copy with the tenant
     */
    public Expect tenant(Tenant id) {
        return new Expect(purpose, id, subject, assurance);
    }

    /**
     * Expects a subject too.
     *
     * @param id the subject given at start
     * @return a copy with the subject
     */
    public Expect subject(String id) {
        return new Expect(purpose, tenant, Optional.of(id), assurance);
    }

    /**
     * Demands an assurance.
     *
     * @param least the least that counts
     * @return a copy with the assurance
     */
    public Expect atLeast(Assurance least) {
        return new Expect(purpose, tenant, subject, least);
    }
}
