package io.chatauth.samples.cardactivation.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chatauth.BusyException;
import io.chatauth.ChallengeId;
import io.chatauth.ChatAuthException;
import io.chatauth.LimitReachedException;
import io.chatauth.RequestException;
import io.chatauth.StoreException;
import io.chatauth.samples.cardactivation.Bank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bank's web pages, for browsers on this machine. Safe for use by many threads. */
public final class BankPages {
    private static final Logger LOG = LoggerFactory.getLogger(BankPages.class);
    private static final Pattern OWN_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");
    private static final Pattern CARD = Pattern.compile("/cards/([A-Za-z0-9_-]{1,64})(/called)?");
    private static final Pattern LOGIN = Pattern.compile("/login/([A-Za-z0-9_-]{1,64})(/code|/resend)?");
    private static final String LATER = "Too many messages went to this number. Try again later.";

    private final Sessions sessions = new Sessions();
    private final Reply phones;
    private final CardPages cards;
    private final LoginPages logins;
    private final Reply style = Reply.file("text/css", resource("bank.css"));
    private final Reply script = Reply.file("text/javascript", resource("bank.js"));

    private BankPages(Bank bank, URI phones, Clock clock) {
        this.phones = Reply.to(phones.toString());
        cards = new CardPages(bank);
        logins = new LoginPages(bank, clock);
    }

    /**
     * Serves the pages at the root of a server.
     *
     * @param server the server
     * @param bank what the pages use
     * @param phones where the sandbox shows its phones
     */
    public static void addTo(HttpServer server, Bank bank, URI phones) {
        BankPages pages = new BankPages(bank, phones, Clock.systemUTC());
        server.createContext("/", pages::handle);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = answer(exchange);
            } catch (RuntimeException e) {
                LOG.error(
                        "{} {} failed",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        e);
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
        Session session = sessions.of(exchange);
        Matcher card = CARD.matcher(path);
        Matcher login = LOGIN.matcher(path);
        boolean live = "live".equals(exchange.getRequestURI().getQuery());
        if (card.matches() && card.group(2) == null) {
            return cards.follow(session, ChallengeId.of(card.group(1)), live).orElseGet(BankPages::nowhere);
        }
        if (login.matches() && login.group(2) == null) {
            return logins.follow(session, ChallengeId.of(login.group(1)), live).orElseGet(BankPages::nowhere);
        }
        return switch (path) {
            case "/" -> cards.form(session, "", "", "");
            case "/login" -> logins.form(session, "", "");
            case "/phones" -> phones;
            case "/bank.css" -> style;
            case "/bank.js" -> script;
            default -> nowhere();
        };
    }

    private Reply post(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Form.MAX_BODY + 1);
        if (body.length > Form.MAX_BODY) {
            return sorry(413, "Too long", "A form has at most " + Form.MAX_BODY + " bytes.");
        }
        Session session = sessions.of(exchange);
        Form form = Form.read(body);
        if (!same(form.field("csrf"), session.csrf())) {
            return sorry(403, "Please try again", "This form is from another visit. Open the page anew.");
        }
        String path = exchange.getRequestURI().getPath();
        Matcher card = CARD.matcher(path);
        if (card.matches() && card.group(2) != null) {
            return cards.called(session, ChallengeId.of(card.group(1)));
        }
        Matcher login = LOGIN.matcher(path);
        if (login.matches() && login.group(2) != null) {
            ChallengeId id = ChallengeId.of(login.group(1));
            return login.group(2).equals("/code")
                    ? logins.verify(session, id, form.field("code"))
                    : logins.resend(session, id);
        }
        return switch (path) {
            case "/cards" -> sendCard(session, form);
            case "/login" -> sendCode(session, form);
            default -> nowhere();
        };
    }

    private Reply sendCard(Session session, Form form) {
        String name = form.field("name");
        String phone = form.field("phone");
        try {
            return cards.send(session, name, phone);
        } catch (ChatAuthException | IllegalArgumentException e) {
            return cards.form(session, name, phone, sentence(e));
        }
    }

    private Reply sendCode(Session session, Form form) {
        String phone = form.field("phone");
        try {
            return logins.send(session, phone);
        } catch (ChatAuthException | IllegalArgumentException e) {
            return logins.form(session, phone, sentence(e));
        }
    }

    private static String sentence(RuntimeException e) {
        if (e instanceof LimitReachedException) {
            return LATER;
        }
        if (e instanceof BusyException || e instanceof StoreException) {
            LOG.warn("A message could not be sent: {}", e.getMessage());
            return "The bank is busy. Try again in a minute.";
        }
        if (e instanceof RequestException || e instanceof IllegalArgumentException) {
            LOG.info("A form was refused: {}", e.getMessage());
            return "This can’t be sent. Check the phone number, with its country code, and what else you typed.";
        }
        throw e;
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply nowhere() {
        return sorry(404, "Nothing here", "There is no such page, or it belongs to another visit.");
    }

    private static Reply sorry(int status, String title, String sentence) {
        return Reply.page(
                status,
                Html.cards(title, false, "<h1>" + Html.text(title) + "</h1>\n<p>" + Html.text(sentence) + "</p>\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(BankPages.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page resource " + name + " can't be read", e);
        }
    }
}
