package io.chatauth.samples.bank.web;

import io.chatauth.Transaction;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.bank.Customer;
import io.chatauth.samples.stage.App;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms that begin something, with what was typed before if it was refused. */
final class StartPages {
    private static final String BY = """
            <div class="buttons">
            <button name="by" value="code">Send a code</button>
            <button name="by" value="link" class="quiet">Send a link</button>
            </div>
            """;
    private static final String TASKS = """
            <p>You are logged in.</p>
            <ul class="tasks">
            <li><a href="/payment">Pay somebody</a></li>
            <li><a href="/card">Activate your new card</a></li>
            <li><a href="/opt-in">Get our messages in a chat app</a></li>
            </ul>
            """;
    private static final String WHO = """
            <p>For this the bank must know you.</p>
            <p><a class="button" href="/login">Log in</a></p>
            """;

    private final Bank bank;

    StartPages(Bank bank) {
        this.bank = bank;
    }

    /** Begins what a form asks for; empty if nobody is logged in who must be. */
    Optional<Begun> begin(String path, Session session, Form form, Bank.Browser browser) {
        App app = app(form);
        return switch (path) {
            case "/login" ->
                Optional.of(
                        form.field("by").equals("link")
                                ? bank.loginByLink(form.field("phone"), app, browser)
                                : bank.loginByCode(form.field("phone"), app, browser));
            case "/opt-in" -> Optional.of(bank.optIn(app, browser));
            case "/payment" -> session.customer().map(customer -> pay(customer, form, app, browser));
            default -> session.customer().map(customer -> bank.sendCard(customer, app));
        };
    }

    private Begun pay(Customer customer, Form form, App app, Bank.Browser browser) {
        Transaction payment = Transaction.of(form.field("amount").replace(',', '.'), "EUR", form.field("payee"));
        return bank.pay(customer, payment, app, way(form), browser);
    }

    private static Bank.Way way(Form form) {
        return switch (form.field("way")) {
            case "number" -> Bank.Way.NUMBER;
            case "page" -> Bank.Way.PAGE;
            default -> Bank.Way.QUESTION;
        };
    }

    private static App app(Form form) {
        return App.of(form.field("app")).orElse(App.WHATSAPP);
    }

    /** Shows a form, with what was wrong; an empty problem for none. */
    Reply form(String path, Session session, Form typed, String problem) {
        int status = problem.isEmpty() ? 200 : 400;
        return switch (path) {
            case "/login" -> page(status, path, "Log in", login(session, typed, problem));
            case "/opt-in" -> page(status, path, "Get our messages", optIn(session, typed, problem));
            case "/payment" ->
                session.customer().isEmpty()
                        ? logInFirst(path)
                        : page(status, path, "Pay", pay(session, typed, problem));
            default ->
                session.customer().isEmpty()
                        ? logInFirst(path)
                        : page(status, path, "A new card", card(session, typed, problem));
        };
    }

    private static String login(Session session, Form typed, String problem) {
        String known = Customer.ALL.stream()
                .map(customer -> Html.text(customer.name() + ", " + customer.phone()))
                .collect(Collectors.joining("; "));
        return "<p>We send you a code or a link in the chat app that you use.</p>\n"
                + Field.problem(problem)
                + Html.form("/login", session, Field.phone(typed.field("phone")) + Field.apps(app(typed)) + BY)
                + "<p class=\"hint\">This sample knows " + known
                + ". Any other number looks just the same here, and gets nothing.</p>\n";
    }

    private static String optIn(Session session, Form typed, String problem) {
        return "<p>You write first: press Send in the app, and we may write to you there.</p>\n"
                + Field.problem(problem)
                + Html.form("/opt-in", session, Field.apps(app(typed)) + "<button>Invite me</button>\n")
                + "<p class=\"hint\">Nobody can write to us in this way on LINE and KakaoTalk."
                + " There you can still <a href=\"/login\">log in by a code</a>.</p>\n";
    }

    private static String pay(Session session, Form typed, String problem) {
        String amount = typed.field("amount").isEmpty() ? "120.50" : typed.field("amount");
        String payee = typed.field("payee").isEmpty() ? "Shop Ltd" : typed.field("payee");
        Bank.Way way = way(typed);
        return "<p>Before anything is paid, you are asked in your chat app.</p>\n"
                + Field.problem(problem)
                + Html.form(
                        "/payment",
                        session,
                        Field.of("payee", "To", payee, "maxlength=\"100\" autocomplete=\"off\"")
                                + Field.of(
                                        "amount",
                                        "Amount in EUR",
                                        amount,
                                        "inputmode=\"decimal\" maxlength=\"12\" autocomplete=\"off\"")
                                + Field.apps(app(typed))
                                + "<fieldset>\n<legend>How you are asked</legend>\n"
                                + Field.radio("way", "question", "In the chat", way == Bank.Way.QUESTION)
                                + Field.radio(
                                        "way",
                                        "number",
                                        "In the chat, with two digits from this page",
                                        way == Bank.Way.NUMBER)
                                + Field.radio("way", "page", "By a link to a page", way == Bank.Way.PAGE)
                                + "</fieldset>\n<button>Pay</button>\n")
                + "<p class=\"hint\">Where the bank can’t read replies (LINE, KakaoTalk, Zalo), the chat has a code"
                + " for this payment instead.</p>\n";
    }

    private static String card(Session session, Form typed, String problem) {
        return "<p>Your new card is in the post. We tell you in your chat app how to activate it.</p>\n"
                + Field.problem(problem)
                + Html.form("/card", session, Field.apps(app(typed)) + "<button>Tell me how</button>\n");
    }

    private static Reply logInFirst(String path) {
        return page(403, path, "Log in first", WHO);
    }

    private static Reply page(int status, String path, String title, String content) {
        return Reply.page(
                status, Html.page(path, title, Html.Live.NO, "<h1>" + Html.text(title) + "</h1>\n" + content));
    }

    /** What somebody sees who is logged in. */
    static Reply account(Session session, Customer customer) {
        String logOut = Html.form("/logout", session, "<button class=\"quiet\">Log out</button>\n");
        return page(200, "/account", "Hello, " + customer.name(), TASKS + logOut);
    }
}
