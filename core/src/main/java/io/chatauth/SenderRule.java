package io.chatauth;

import io.chatauth.template.Category;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A sender, and the messages it is for. A rule without conditions is for all messages of its channel. Of the rules that fit a
 * message, the one with the most conditions wins; among equally many, a tenant counts more than a country, and a country
 * more than a category. Immutable.
 */
public final class SenderRule {
    private final String sender;
    private final Optional<String> country;
    private final Optional<Tenant> tenant;
    private final Optional<Category> category;

    private SenderRule(String sender, Optional<String> country, Optional<Tenant> tenant, Optional<Category> category) {
        this.sender = sender;
        this.country = country;
        this.tenant = tenant;
        this.category = category;
    }

    /**
     * A sender for all messages of its channel.
     *
     * @param sender the sender, as the channel names it
     * @return the rule
     * @throws IllegalArgumentException if the sender is blank
     */
    public static SenderRule of(String sender) {
        if (sender.isBlank()) {
            throw new IllegalArgumentException("a sender must not be blank");
        }
        return new SenderRule(sender.strip(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Limits the rule to the numbers of one country. It does not fit user ids, whose country nobody knows.
     *
     * @param code an ISO 3166 code such as {@code GB}
     * @return a new rule
     */
    public SenderRule country(String code) {
        return new SenderRule(sender, Optional.of(code.toUpperCase(Locale.ROOT)), tenant, category);
    }

    /**
     * Limits the rule to one tenant.
     *
     * @param id the tenant
     * @return a new rule
     */
    public SenderRule tenant(Tenant id) {
        return new SenderRule(sender, country, Optional.of(id), category);
    }

    /**
     * Limits the rule to templates of one category.
     *
     * @param wanted the category
     * @return a new rule
     */
    public SenderRule category(Category wanted) {
        return new SenderRule(sender, country, tenant, Optional.of(wanted));
    }

    /**
     * Gives the sender.
     *
     * @return the sender, as the channel names it
     */
    public String sender() {
        return sender;
    }

    /**
     * Gives the country it is limited to.
     *
     * @return an ISO 3166 code in upper case; empty if any will do
     */
    public Optional<String> country() {
        return country;
    }

    /**
     * Gives the tenant it is limited to.
     *
     * @return the tenant; empty if any will do
     */
    public Optional<Tenant> tenant() {
        return tenant;
    }

    /**
     * Gives the category it is limited to.
     *
     * @return the category; empty if any will do
     */
    public Optional<Category> category() {
        return category;
    }

    /**
     * Tells whether the rule fits a message.
     *
     * @param to the country of its recipient; empty if it is not known
     * @param of its tenant
     * @param as the category of its template
     * @return true if all conditions hold
     */
    public boolean fits(Optional<String> to, Tenant of, Category as) {
        return (country.isEmpty() || country.equals(to))
                && (tenant.isEmpty() || tenant.get().equals(of))
                && (category.isEmpty() || category.get() == as);
    }

    /**
     * Compares all parts.
     *
     * @param other another object
     * @return true if it is an equal rule
     */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SenderRule rule
                && sender.equals(rule.sender)
                && country.equals(rule.country)
                && tenant.equals(rule.tenant)
                && category.equals(rule.category);
    }

    /**
     * Hashes all parts.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return Objects.hash(sender, country, tenant, category);
    }

    /**
     * Says sender and conditions.
     *
     * @return a text that is safe to log: senders are public names and numbers
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(sender);
        country.ifPresent(code -> out.append(", country ").append(code));
        tenant.ifPresent(id -> out.append(", tenant ").append(id));
        category.ifPresent(
                wanted -> out.append(", category ").append(wanted.name().toLowerCase(Locale.ROOT)));
        return out.toString();
    }
}
