package io.chatauth.internal.engine;

import io.chatauth.Expect;
import io.chatauth.Tenant;
import io.chatauth.Transaction;
import io.chatauth.internal.key.Keys;

/**
 * What a challenge is about, in opaque parts that the caller's expectation is compared with: purpose, subject, binding,
 * transaction, with dots between. A part that is not there is empty. It stays when the challenge's content is erased.
 *
 * @param purpose the purpose
 * @param subject purpose and subject
 * @param binding the binding
 * @param transaction the transaction
 * @param bound whether the caller must show the binding
 */
record PurposeKey(String purpose, String subject, String binding, String transaction, boolean bound) {
    private static final char MUST = '!';

    /** Makes the opaque parts. */
    static PurposeKey of(Keys keys, String keyId, Tenant tenant, Content content) {
        Terms terms = content.terms();
        String purpose = content.purpose();
        return new PurposeKey(
                purposePart(keys, keyId, tenant, purpose),
                content.subject()
                        .map(name -> subjectPart(keys, keyId, tenant, purpose, name))
                        .orElse(""),
                terms.binding()
                        .map(digest -> bindingPart(keys, keyId, tenant, digest))
                        .orElse(""),
                terms.transaction()
                        .map(what -> transactionPart(keys, keyId, tenant, what))
                        .orElse(""),
                terms.bound());
    }

    static PurposeKey read(String stored) {
        String[] parts = stored.split("\\.", -1);
        String binding = parts.length > 2 ? parts[2] : "";
        boolean bound = !binding.isEmpty() && binding.charAt(0) == MUST;
        return new PurposeKey(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                bound ? binding.substring(1) : binding,
                parts.length > 3 ? parts[3] : "",
                bound);
    }

    String write() {
        String two = purpose + "." + subject;
        return binding.isEmpty() && transaction.isEmpty()
                ? two
                : two + "." + (bound ? MUST + binding : binding) + "." + transaction;
    }

    /** Tells whether the challenge is about what the caller expects; tenant and assurance are compared elsewhere. */
    boolean matches(Keys keys, String keyId, Expect expect) {
        Tenant tenant = expect.tenant();
        boolean samePurpose = purpose.equals(purposePart(keys, keyId, tenant, expect.purpose()));
        boolean sameSubject = expect.subject()
                .map(name -> subject.equals(subjectPart(keys, keyId, tenant, expect.purpose(), name)))
                .orElse(true);
        boolean sameBinding = expect.binding()
                .map(value ->
                        binding.isEmpty() || binding.equals(bindingPart(keys, keyId, tenant, Digests.whole(value))))
                .orElse(!bound);
        boolean sameTransaction = expect.transaction()
                .map(what -> transaction.equals(transactionPart(keys, keyId, tenant, what)))
                .orElse(true);
        return samePurpose && sameSubject && sameBinding && sameTransaction;
    }

    /** Tells whether a browser shows the binding that the challenge was started with. */
    boolean shows(Keys keys, String keyId, Tenant tenant, String value) {
        return !binding.isEmpty() && binding.equals(bindingPart(keys, keyId, tenant, Digests.whole(value)));
    }

    private static String purposePart(Keys keys, String keyId, Tenant tenant, String purpose) {
        return keys.indexOfWord(keyId, "purpose", tenant, purpose);
    }

    private static String subjectPart(Keys keys, String keyId, Tenant tenant, String purpose, String subject) {
        return keys.index(keyId, "purpose+subject", tenant.value(), purpose, subject);
    }

    private static String bindingPart(Keys keys, String keyId, Tenant tenant, String digest) {
        return keys.index(keyId, "binding", tenant.value(), digest);
    }

    private static String transactionPart(Keys keys, String keyId, Tenant tenant, Transaction transaction) {
        return keys.index(keyId, "transaction", tenant.value(), Terms.digest(transaction));
    }
}
