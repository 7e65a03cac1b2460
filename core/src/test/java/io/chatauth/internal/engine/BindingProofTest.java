package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeId;
import io.chatauth.Expect;
import io.chatauth.Proof;
import io.chatauth.Tenant;
import io.chatauth.Transaction;
import io.chatauth.internal.key.CodeContext;
import io.chatauth.internal.key.Keys;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.spi.SecretSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a person confirms can't be exchanged afterwards: one changed part, and no old answer counts. */
class BindingProofTest {
    private static final long SEED = 5;
    private static final SecretSpec CODE = SecretSpec.digits("code", 10);

    /** All that an answer is bound to. */
    private record Bound(
            Transaction transaction,
            ChallengeId challenge,
            String subject,
            Tenant tenant,
            String purpose,
            String salt) {
        CodeContext context(int generation) {
            return new CodeContext(
                    "k1", purpose, tenant, challenge, subject, Terms.digest(transaction), salt, generation);
        }

        Bound with(Transaction other) {
            return new Bound(other, challenge, subject, tenant, purpose, salt);
        }
    }

    private final Keys keys = new Keys(World.RING);
    private final Random random = new Random(SEED);

    @Test
    void everyMutationRefusesTheOldAnswer() {
        for (int i = 0; i < Proof.times(100_000, 2_000); i++) {
            Bound bound = bound();
            CodeContext context = bound.context(0);
            String payload = AnswerToken.of(keys, context, Choice.YES);
            String code = keys.code(context, CODE);
            String link = keys.linkToken(context);
            assertEquals(Optional.of(Choice.YES), AnswerToken.choice(keys, context, payload));
            assertTrue(keys.codeMatches(context, CODE, code) && keys.linkTokenMatches(context, link));

            for (UnaryOperator<Bound> mutation : mutations()) {
                Bound changed = mutation.apply(bound);
                CodeContext other = changed.context(0);
                // A payload names its challenge; a forger would write the other one's name before the old proof.
                String moved = changed.challenge() + payload.substring(payload.indexOf('.'));
                String movedLink = changed.challenge() + link.substring(link.indexOf('.'));
                assertEquals(Optional.empty(), AnswerToken.choice(keys, other, moved), () -> bound + " " + changed);
                assertFalse(keys.codeMatches(other, CODE, code), () -> bound + " " + changed);
                assertFalse(keys.linkTokenMatches(other, movedLink), () -> bound + " " + changed);
            }
            assertEquals(Optional.empty(), AnswerToken.choice(keys, bound.context(1), payload), "a newer generation");
        }
    }

    @Test
    void everyMutationIsUnknownToWhoExpectsTheOther() {
        try (World world = new World()) {
            Asker asker = new Asker(world);
            Expect right =
                    Asker.PAYMENT.subject("nick").tenant(Tenant.of("bank")).transaction(Asker.RENT);
            io.chatauth.Started started = asker.ask(
                    asker.request(World.PHONE, Asker.RENT).subject("nick").tenant(Tenant.of("bank")));
            asker.tap(asker.payload("Confirm"));

            for (Expect wrong : List.of(
                    Expect.purpose("login").subject("nick").tenant(Tenant.of("bank")),
                    right.subject("nick2"),
                    right.tenant(Tenant.of("bank2")),
                    right.tenant(Tenant.DEFAULT),
                    right.transaction(Transaction.of("120.51", "EUR", "Landlord Ltd")),
                    right.transaction(Transaction.of("120.50", "USD", "Landlord Ltd")),
                    right.transaction(Transaction.of("120.50", "EUR", "Landlord Ltd2")))) {
                assertTrue(world.engine.outcome(started.id(), wrong).isEmpty(), wrong::toString);
            }
            assertTrue(world.engine
                    .outcome(started.id(), right)
                    .orElseThrow()
                    .approval()
                    .isPresent());
        }
    }

    private List<UnaryOperator<Bound>> mutations() {
        List<UnaryOperator<Bound>> all = new ArrayList<>();
        all.add(b -> b.with(new Transaction(
                b.transaction()
                        .amount()
                        .add(BigDecimal.ONE.movePointLeft(
                                b.transaction().amount().scale())),
                b.transaction().currency(),
                b.transaction().payee())));
        all.add(b -> b.with(new Transaction(
                b.transaction().amount().movePointRight(1),
                b.transaction().currency(),
                b.transaction().payee())));
        all.add(b -> b.with(new Transaction(
                b.transaction().amount(),
                Currency.getInstance(
                        b.transaction().currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR"),
                b.transaction().payee())));
        all.add(b -> b.with(new Transaction(
                b.transaction().amount(),
                b.transaction().currency(),
                changed(b.transaction().payee()))));
        all.add(b -> new Bound(
                b.transaction(),
                ChallengeId.of(changed(b.challenge().value())),
                b.subject(),
                b.tenant(),
                b.purpose(),
                b.salt()));
        all.add(b ->
                new Bound(b.transaction(), b.challenge(), changed(b.subject()), b.tenant(), b.purpose(), b.salt()));
        all.add(b -> new Bound(
                b.transaction(),
                b.challenge(),
                b.subject(),
                Tenant.of(changed(b.tenant().value())),
                b.purpose(),
                b.salt()));
        all.add(b ->
                new Bound(b.transaction(), b.challenge(), b.subject(), b.tenant(), changed(b.purpose()), b.salt()));
        // What stands in one part may not slide into the next.
        all.add(b -> new Bound(b.transaction(), b.challenge(), b.purpose(), b.tenant(), b.subject(), b.salt()));
        return all;
    }

    private String changed(String text) {
        int at = random.nextInt(text.length());
        char before = text.charAt(at);
        char after = before == 'a' ? 'b' : 'a';
        return switch (random.nextInt(3)) {
            case 0 -> text + "a";
            case 1 -> "a" + text;
            default -> text.substring(0, at) + after + text.substring(at + 1);
        };
    }

    private Bound bound() {
        return new Bound(
                new Transaction(
                        BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2),
                        Currency.getInstance(List.of("EUR", "USD", "GBP", "CHF").get(random.nextInt(4))),
                        word()),
                ChallengeId.of(word()),
                word() + "1",
                Tenant.of(word()),
                word() + "2",
                keys.newSalt());
    }

    private String word() {
        StringBuilder text = new StringBuilder();
        for (int i = 3 + random.nextInt(20); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
