package io.chatauth.samples.bank.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chatauth.Answer;
import io.chatauth.BusyException;
import io.chatauth.ChatAuthException;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.LimitReachedException;
import io.chatauth.Outcome;
import io.chatauth.RequestException;
import io.chatauth.StoreException;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Begun;
import io.chatauth.samples.bank.Cookies;
import io.chatauth.samples.bank.Customer;
import io.chatauth.samples.bank.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bank's web pages, for browsers on this machine. Safe for use by many threads. */
public final class BankPages {
    private static final Logger LOG = LoggerFactory.getLogger(BankPages.class);
    private static final Pattern OWN_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");
    private static final Pattern CHALLENGE =
            Pattern.compile("/challenge/([A-Za-z0-9_-]{1,64})(?:/(code|resend|complete|cancel))?");
    private static final Set<String> STARTS = Set.of("/login", "/opt-in", "/payment", "/card");

    private final Bank bank;
    private final Sessions sessions;
    private final Reply phones;
    private final StartPages starts;
    private final FollowPages follows;
    private final Reply style = Reply.file("text/css", resource("bank.css"));
    private final Reply script = Reply.file("text/javascript", resource("bank.js"));

    private BankPages(Bank bank, Cookies cookies, URI phones, UnaryOperator<URI> chats) {
        this.bank = bank;
        this.sessions = new Sessions(cookies);
        this.phones = Reply.to(phones.toString());
        starts = new StartPages(bank);
        follows = new FollowPages(Clock.systemUTC(), chats);
    }

    /**
     * Serves the pages at the root of a server.
     *
     * @param server the server
     * @param bank what the pages use
     * @param cookies how cookies are named
     * @param phones where the sandbox shows its phones
     * @param chats gives where a chat link opens: itself, or a phone of the sandbox
     */
    public static void addTo(HttpServer server, Bank bank, Cookies cookies, URI phones, UnaryOperator<URI> chats) {
        BankPages pages = new BankPages(bank, cookies, phones, chats);
        server.createContext("/", pages::handle);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = answer(exchange);
            } catch (RuntimeException e) {
                String path = exchange.getRequestURI().getPath();
                LOG.error("{} {} failed", exchange.getRequestMethod(), path, e);
                reply = sorry(500, "Something went wrong", "The bank’s log says what.");
            }
            reply.send(exchange);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        if (!OWN_HOST.matcher(host).matches()) {
            return sorry(421, "Not this address", "These pages are served on this machine’s own address only.");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> get(exchange);
            case "POST" -> post(exchange);
            default -> sorry(405, "Not possible", "Pages are read and forms are posted, nothing else.");
        };
    }

    private Reply get(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/bank.css" -> style;
            case "/bank.js" -> script;
            case "/phones" -> phones;
            default -> get(exchange, path, sessions.of(exchange));
        };
    }

    private Reply get(HttpExchange exchange, String path, Session session) {
        Matcher challenge = CHALLENGE.matcher(path);
        if (challenge.matches() && challenge.group(2) == null) {
            return session.find(challenge.group(1))
                    .flatMap(begun -> follow(exchange, session, begun))
                    .orElseGet(BankPages::nowhere);
        }
        if (path.equals("/") || path.equals("/account")) {
            return account(exchange, session);
        }
        return STARTS.contains(path) ? starts.form(path, session, Form.EMPTY, "") : nowhere();
    }

    /** Somebody may come here from a link that was pressed just now, before the page that waits for it has asked. */
    private Reply account(HttpExchange exchange, Session session) {
        Session now = session;
        for (Begun begun : session.customer().isEmpty() ? session.links() : List.<Begun>of()) {
            Optional<Answer.Approved> approval = bank.outcome(begun).flatMap(Outcome::approval);
            if (approval.isPresent()) {
                now = logIn(exchange, now, approval.get());
            }
        }
        Session shown = now;
        return shown.customer()
                .map(customer -> StartPages.account(shown, customer))
                .orElseGet(() -> Reply.to("/login"));
    }

    private Optional<Reply> follow(HttpExchange exchange, Session session, Begun begun) {
        return bank.outcome(begun).map(outcome -> {
            Session now = outcome.approval()
                    .filter(approved -> begun.what() == UseCase.LOGIN_LINK)
                    .map(approved -> logIn(exchange, session, approved))
                    .orElse(session);
            boolean live = "live".equals(exchange.getRequestURI().getQuery());
            return follows.page(now, begun, outcome, live ? "" : now.takeNote(begun));
        });
    }

    private Session logIn(HttpExchange exchange, Session session, Answer.Approved approved) {
        return sessions.renew(exchange, session, approved.subject().flatMap(Customer::withId));
    }

    private Reply post(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Form.MAX_BODY + 1);
        if (body.length > Form.MAX_BODY) {
            return sorry(413, "Too long", "A form has at most " + Form.MAX_BODY + " bytes.");
        }
        Session session = sessions.of(exchange);
        Form form = Form.read(body);
        if (!Tokens.same(form.field("csrf"), session.csrf())) {
            return sorry(403, "Please try again", "This form is from another visit. Open the page anew.");
        }
        String path = exchange.getRequestURI().getPath();
        Matcher challenge = CHALLENGE.matcher(path);
        if (challenge.matches() && challenge.group(2) != null) {
            return session.find(challenge.group(1))
                    .map(begun -> act(exchange, session, begun, challenge.group(2), form))
                    .orElseGet(BankPages::nowhere);
        }
        if (path.equals("/logout")) {
            sessions.renew(exchange, session, Optional.empty());
            return Reply.to("/login");
        }
        return STARTS.contains(path) ? begin(exchange, path, session, form) : nowhere();
    }

    private Reply begin(HttpExchange exchange, String path, Session session, Form form) {
        try {
            return starts.begin(path, session, form, sessions.browser(exchange))
                    .map(begun -> Reply.to("/challenge/" + session.add(begun).id()))
                    .orElseGet(() -> starts.form(path, session, form, ""));
        } catch (ChatAuthException | IllegalArgumentException e) {
            return starts.form(path, session, form, sentence(path, e));
        }
    }

    private Reply act(HttpExchange exchange, Session session, Begun begun, String what, Form form) {
        switch (what) {
            case "code" -> decide(exchange, session, begun, bank.verify(begun, form.field("code")));
            case "complete" -> decide(exchange, session, begun, bank.complete(begun));
            case "cancel" -> bank.cancel(begun);
            default -> session.note(begun, follows.said(bank.resend(begun)));
        }
        return Reply.to("/challenge/" + begun.id());
    }

    private void decide(HttpExchange exchange, Session session, Begun begun, Answer answer) {
        session.note(begun, follows.said(begun, answer));
        if (begun.what() == UseCase.LOGIN_CODE && answer instanceof Answer.Approved approved) {
            logIn(exchange, session, approved);
        }
    }

    private static String sentence(String path, RuntimeException e) {
        if (e instanceof LimitReachedException) {
            return "Too many messages went to this number. Try again later.";
        }
        if (e instanceof ConsentWithdrawnException) {
            return "You told us to write nothing there. Send START in that chat, or choose another app.";
        }
        if (e instanceof BusyException || e instanceof StoreException) {
            LOG.warn("A message could not be sent: {}", e.getMessage());
            return "The bank is busy. Try again in a minute.";
        }
        if (e instanceof RequestException || e instanceof IllegalArgumentException) {
            LOG.info("A form was refused: {}", e.getMessage());
            return switch (path) {
                case "/login" ->
                    "This can’t be sent. Check the phone number, with its country code, or ask for a code and no link.";
                case "/opt-in" -> "We can’t be written to in this app. Choose another one, or log in by a code.";
                case "/payment" -> "This can’t be asked. Check amount and payee, or choose another app or way.";
                default -> "This can’t be sent. Choose another app.";
            };
        }
        throw e;
    }

    private static Reply nowhere() {
        return sorry(404, "Nothing here", "There is no such page, or it belongs to another visit.");
    }

    private static Reply sorry(int status, String title, String sentence) {
        return Reply.page(
                status,
                Html.page(
                        "",
                        title,
                        Html.Live.NO,
                        "<h1>" + Html.text(title) + "</h1>\n<p>" + Html.text(sentence) + "</p>\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(BankPages.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page resource " + name + " can't be read", e);
        }
    }
}
