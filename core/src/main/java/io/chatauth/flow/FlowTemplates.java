package io.chatauth.flow;

import io.chatauth.internal.catalog.BuiltInTemplates;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.template.Template;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The templates that come with ChatAuth: one family for each use case of the built-in flows, each in English, German,
 * Spanish, Korean, Japanese, Thai, Vietnamese and Arabic with the same placeholders. Every {@code ChatAuth} has them; a
 * template of the same name and language from a {@link TemplateProvider} or the builder takes the place of one.
 *
 * <p>Two of them need something of the team. A channel registers a button's URL up to its last part, and a button's number
 * as a whole, so neither can be a placeholder: {@link #LOGIN_LINK} is there when the page behind the link is set (property
 * {@code chatauth.login-page}; the token is appended to it), {@link #CARD_ACTIVATION} when the number to call is
 * ({@code chatauth.call-number}). Immutable.
 */
public final class FlowTemplates implements TemplateProvider {
    /** Carries a verification code; placeholder {@code code}. */
    public static final String VERIFICATION_CODE = BuiltInTemplates.VERIFICATION_CODE;

    /** Carries a login link; placeholder {@code token}, the end of the link. */
    public static final String LOGIN_LINK = BuiltInTemplates.LOGIN_LINK;

    /** The text that a person sends to opt in; placeholder {@code code}. It is never sent to anybody. */
    public static final String OPT_IN = BuiltInTemplates.OPT_IN;

    /** Thanks for an opt-in; no placeholder, nothing to answer. */
    public static final String OPT_IN_CONFIRMATION = BuiltInTemplates.OPT_IN_CONFIRMATION;

    /** Asks whether a payment is wanted; placeholders {@code amount} and {@code payee}, and two quick replies. */
    public static final String TRANSACTION_CONFIRMATION = BuiltInTemplates.TRANSACTION_CONFIRMATION;

    /**
     * Carries the code for a payment, for channels whose answers can't be traced; placeholders {@code amount}, {@code payee}
     * and {@code code}.
     */
    public static final String TRANSACTION_CODE = BuiltInTemplates.TRANSACTION_CODE;

    /** Asks for a call to activate a card; placeholder {@code name}. */
    public static final String CARD_ACTIVATION = BuiltInTemplates.CARD_ACTIVATION;

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{2,14}");

    private final Optional<String> loginPage;
    private final Optional<String> callNumber;

    /** Gives the templates that need nothing of the team. */
    public FlowTemplates() {
        this(Optional.empty(), Optional.empty());
    }

    private FlowTemplates(Optional<String> loginPage, Optional<String> callNumber) {
        this.loginPage = loginPage;
        this.callNumber = callNumber;
    }

    /**
     * Adds {@link #LOGIN_LINK}.
     *
     * @param page the page behind the link, an https URL without query and fragment; a slash and the token follow
     * @return a provider with that family too
     * @throws IllegalArgumentException if it is no such URL
     */
    public FlowTemplates withLoginPage(URI page) {
        boolean plain = page.getQuery() == null && page.getFragment() == null && page.getUserInfo() == null;
        if (!"https".equalsIgnoreCase(page.getScheme()) || page.getHost() == null || !plain) {
            throw new IllegalArgumentException(
                    "the page behind login links is https://<host>/<path>, without query and" + " fragment");
        }
        String text = page.toString().replaceFirst("(?i)^https", "https");
        return new FlowTemplates(Optional.of(text.endsWith("/") ? text : text + "/"), callNumber);
    }

    /**
     * Adds {@link #CARD_ACTIVATION}.
     *
     * @param number the number to call, a plus and 3 to 15 digits
     * @return a provider with that family too
     * @throws IllegalArgumentException if it has another form
     */
    public FlowTemplates withCallNumber(String number) {
        if (!NUMBER.matcher(Objects.requireNonNull(number, "number")).matches()) {
            throw new IllegalArgumentException(
                    "the number to call is a plus and 3 to 15 digits, such as +441123456789");
        }
        return new FlowTemplates(loginPage, Optional.of(number));
    }

    @Override
    public String id() {
        return "built-in";
    }

    @Override
    public List<Template> templates() {
        return BuiltInTemplates.all(loginPage, callNumber);
    }
}
