package io.chatauth.flow;

import io.chatauth.template.Button;
import io.chatauth.template.Template;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The templates that come with ChatAuth: one family for each use case of the built-in flows, each in English, German,
 * Spanish, Korean, Japanese, Thai, Vietnamese and Arabic with the same placeholders. Every {@code ChatAuth} has them; a
 * template of the same name and language from a {@link io.chatauth.spi.TemplateProvider} or the builder takes the place of one.
 *
 * <p>Three of them need something of the team. A channel registers a button's URL up to its last part, and a button's number
 * as a whole, so neither can be a placeholder: {@link #LOGIN_LINK} and {@link #TRANSACTION_LINK} are there when the page behind
 * the link is set (property {@code chatauth.login-page}; the token is appended to it), {@link #CARD_ACTIVATION} when the number
 * to call is ({@code chatauth.call-number}).
 */
public final class FlowTemplates {
    /** Carries a verification code; placeholder {@code code}. */
    public static final String VERIFICATION_CODE = "verification_code";

    /** Carries a login link; placeholder {@code token}, the end of the link. */
    public static final String LOGIN_LINK = "login_link";

    /** The text that a person sends to opt in; placeholders {@code site} and {@code code}. It is never sent to anybody. */
    public static final String OPT_IN = "opt_in";

    /** Thanks for an opt-in; no placeholder, nothing to answer. */
    public static final String OPT_IN_CONFIRMATION = "opt_in_confirmation";

    /** Asks whether a payment is wanted; placeholders {@code amount} and {@code payee}, and two quick replies. */
    public static final String TRANSACTION_CONFIRMATION = "transaction_confirmation";

    /**
     * Carries the code for a payment, for channels whose answers can't be traced; placeholders {@code amount}, {@code payee}
     * and {@code code}.
     */
    public static final String TRANSACTION_CODE = "transaction_code";

    /**
     * Asks the same, and for two digits that the page of the payment shows; placeholders {@code amount} and {@code payee}, and
     * a quick reply for no.
     */
    public static final String TRANSACTION_NUMBER = "transaction_number";

    /**
     * Carries a link to a page that shows a payment and asks; placeholders {@code amount}, {@code payee} and {@code token}, the
     * end of the link.
     */
    public static final String TRANSACTION_LINK = "transaction_link";

    /** Asks for a call to activate a card; placeholder {@code name}. */
    public static final String CARD_ACTIVATION = "card_activation";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{2,14}");

    private FlowTemplates() {}

    /**
     * Gives those that need nothing of the team.
     *
     * @return the templates, all languages of a family together; the first is the one to fall back to
     */
    public static List<Template> templates() {
        return TemplateFamilies.all();
    }

    /**
     * Gives {@link #LOGIN_LINK} for a page.
     *
     * @param page the page behind the link, an https URL (http on this machine) without query and fragment; a slash and the
     *     token follow
     * @return the templates
     * @throws IllegalArgumentException if it is no such URL
     */
    public static List<Template> loginLink(URI page) {
        return TemplateFamilies.loginLink(base(page));
    }

    /**
     * Gives {@link #TRANSACTION_LINK} for a page.
     *
     * @param page the page behind the link, as for {@link #loginLink}
     * @return the templates
     * @throws IllegalArgumentException if it is no such URL
     */
    public static List<Template> transactionLink(URI page) {
        return TemplateFamilies.transactionLink(base(page));
    }

    private static String base(URI page) {
        boolean plain = page.getQuery() == null && page.getFragment() == null && page.getUserInfo() == null;
        String scheme = String.valueOf(page.getScheme()).toLowerCase(Locale.ROOT);
        String text =
                scheme + page.toString().substring(Math.min(page.toString().length(), scheme.length()));
        if (!Button.OpenUrl.opens(text) || page.getHost() == null || !plain) {
            throw new IllegalArgumentException("the page behind links is https://<host>/<path>, without query and"
                    + " fragment; http is for this machine only, such as localhost");
        }
        return text.endsWith("/") ? text : text + "/";
    }

    /**
     * Gives {@link #CARD_ACTIVATION} for a number.
     *
     * @param number the number to call, a plus and 3 to 15 digits
     * @return the templates
     * @throws IllegalArgumentException if it has another form
     */
    public static List<Template> cardActivation(String number) {
        if (!NUMBER.matcher(Objects.requireNonNull(number, "number")).matches()) {
            throw new IllegalArgumentException(
                    "the number to call is a plus and 3 to 15 digits, such as +441123456789");
        }
        return TemplateFamilies.cardActivation(number);
    }

    /**
     * Tells which setting a built-in template waits for.
     *
     * @param name the template's name
     * @return the property; empty if the template is always there, or is no built-in one
     */
    public static Optional<String> setting(String name) {
        return TemplateFamilies.setting(name);
    }
}
