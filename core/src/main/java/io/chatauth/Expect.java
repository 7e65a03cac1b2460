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
 * @param binding what the browser or device shows that the challenge began in; flows that need it are Unknown without it
 * @param transaction what is confirmed; empty if the caller does not know it, and then it is not compared
 * @param assurance the least assurance that counts
 */
public record Expect(
        String purpose,
        Tenant tenant,
        Optional<String> subject,
        Optional<String> binding,
        Optional<Transaction> transaction,
        Assurance assurance) {
    /** Checks that all parts are there. */
    public Expect {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(assurance, "assurance");
    }

    /**
     * Expects a purpose, of the default tenant.
     *
     * @param purpose the purpose given at start
     * @return the expectation
     */
    public static Expect purpose(String purpose) {
        return new Expect(
                purpose, Tenant.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty(), Assurance.NONE);
    }

    /**
     * Expects a tenant too.
     *
     * @param id the tenant given at start
     * @return a copy with the tenant
     */
    public Expect tenant(Tenant id) {
        return new Expect(purpose, id, subject, binding, transaction, assurance);
    }

    /**
     * Expects a subject too.
     *
     * @param id the subject given at start
     * @return a copy with the subject
     */
    public Expect subject(String id) {
        return new Expect(purpose, tenant, Optional.of(id), binding, transaction, assurance);
    }

    /**
     * Expects the browser or device that the challenge began in.
     *
     * @param value what it shows, as given at start
     * @return a copy with the binding
     */
    public Expect binding(String value) {
        return new Expect(purpose, tenant, subject, Optional.of(value), transaction, assurance);
    }

    /**
     * Expects a transaction: the one that is about to be carried out.
     *
     * @param what the transaction
     * @return a copy with the transaction
     */
    public Expect transaction(Transaction what) {
        return new Expect(purpose, tenant, subject, binding, Optional.of(what), assurance);
    }

    /**
     * Demands an assurance.
     *
     * @param least the least that counts
     * @return a copy with the assurance
     */
    public Expect atLeast(Assurance least) {
        return new Expect(purpose, tenant, subject, binding, transaction, least);
    }

    /**
     * Says purpose and tenant.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "Expect[" + purpose + ", " + tenant + "]";
    }
}
