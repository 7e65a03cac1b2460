package io.chatauth;

import io.chatauth.internal.text.Deceptive;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Objects;

/**
 * What a person confirms: how much goes to whom. The message shows these very values, and every code, link and button of the
 * challenge is bound to them: change one, and no answer to the old one counts (PSD2 RTS 2018/389, article 5).
 * {@link #toString()} hides all of it.
 *
 * @param amount more than zero, with no more decimals than the currency has
 * @param currency the currency (ISO 4217)
 * @param payee who gets it, 1 to 100 characters without control, bidi or invisible ones, and no link
 */
public record Transaction(BigDecimal amount, Currency currency, String payee) {
    private static final int LONGEST_PAYEE = 100;

    /**
     * Checks the parts; the amount gets the currency's decimals, the payee Unicode's composed form.
     *
     * @throws IllegalArgumentException if a part is out of bounds; the text names the part and never its value
     */
    public Transaction {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > decimals || amount.precision() > 30) {
            throw new IllegalArgumentException("the amount of a transaction is more than zero, with at most " + decimals
                    + " decimals in " + currency);
        }
        amount = amount.setScale(decimals);
        payee = Normalizer.normalize(payee, Normalizer.Form.NFC).strip();
        if (payee.isEmpty() || payee.length() > LONGEST_PAYEE) {
            throw new IllegalArgumentException(
                    "the payee of a transaction has 1 to " + LONGEST_PAYEE + " characters, not " + payee.length());
        }
        Deceptive.name(payee).ifPresent(problem -> {
            throw new IllegalArgumentException("the payee of a transaction " + problem);
        });
    }

    /**
     * Makes a transaction.
     *
     * @param amount such as {@code 120.50}, with a dot
     * @param currency such as {@code EUR}
     * @param payee who gets it
     * @return the transaction
     * @throws IllegalArgumentException if a part is out of bounds or no number or currency
     */
    public static Transaction of(String amount, String currency, String payee) {
        try {
            return new Transaction(new BigDecimal(amount), Currency.getInstance(currency), payee);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the amount of a transaction is a number such as 120.50", e);
        } catch (IllegalArgumentException e) {
            throw e.getMessage() != null
                    ? e
                    : new IllegalArgumentException("the currency of a transaction has an ISO 4217 code such as EUR", e);
        }
    }

    /**
     * Gives the amount for people: the currency's code, and the number with a dot and all its decimals, which no language
     * reads as another.
     *
     * @return such as {@code EUR 120.50}
     */
    public String amountText() {
        return currency + " " + amount.toPlainString();
    }

    /**
     * Says nothing of its values.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "Transaction[***]";
    }
}
