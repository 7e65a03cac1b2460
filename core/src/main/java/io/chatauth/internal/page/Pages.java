package io.chatauth.internal.page;

import io.chatauth.Answer;
import io.chatauth.Language;
import io.chatauth.StoreException;
import io.chatauth.internal.engine.LinkDesk;
import io.chatauth.internal.engine.LinkDesk.Opened;
import io.chatauth.internal.engine.LinkDesk.Stand;
import io.chatauth.internal.link.Destinations;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.page.Page;
import io.chatauth.page.PageRenderer;
import io.chatauth.spi.AnswerContext.Choice;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages behind links. {@code GET} and {@code HEAD} show and change nothing, whoever asks; {@code POST} of the form that was
 * shown decides. Which page a browser gets follows from its cookie alone: without it, it is another browser, and no parameter
 * changes that. Neither a token nor a path with one is ever logged.
 */
public final class Pages implements WebhookReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    /** No channel begins with an underscore, and no token of a webhook has a dot. */
    private static final Pattern PATH = Pattern.compile("/_page(?:/.*)?|/[^/]*\\.[^/]*", Pattern.DOTALL);

    private static final Pattern TOKEN = Pattern.compile("(?:/_page)?/([A-Za-z0-9_-]{1,100}\\.[A-Za-z0-9_-]{43})");

    private final LinkDesk desk;
    private final LinkSettings settings;
    private final PageWriter writer;
    private final FormTokens forms;
    private final PageResponses responses;

    /** One request: which link, in which browser, read by whom. */
    private record Visit(WebhookRequest request, String token, Optional<String> shown, Opened link) {
        String browser() {
            return link.home() ? shown.orElse("") : "";
        }

        Words words() {
            return Words.choose(link.language().map(Language::code), request.header("accept-language"));
        }
    }

    /**
     * Opens the pages.
     *
     * @param renderer draws them instead of the built-in renderer, if one was given
     */
    public Pages(LinkDesk desk, Optional<PageRenderer> renderer) {
        this.desk = desk;
        settings = desk.settings();
        writer = new PageWriter(settings);
        forms = new FormTokens(desk.keys());
        responses = new PageResponses(renderer);
    }

    /** Tells whether a request is for a page, and not a webhook. */
    public boolean takes(WebhookRequest request) {
        return settings.page().isPresent() && PATH.matcher(request.path()).matches();
    }

    @Override
    public WebhookResponse receive(WebhookRequest request) {
        return switch (request.method()) {
            case "GET" -> answer(request);
            case "HEAD" -> PageResponses.withoutBody(answer(request));
            case "POST" -> answer(request);
            default -> new WebhookResponse(405, Map.of("Allow", "GET, HEAD, POST"), "");
        };
    }

    private WebhookResponse answer(WebhookRequest request) {
        Optional<Visit> known = Optional.empty();
        try {
            Visit visit = visit(request);
            known = Optional.of(visit);
            return request.method().equals("POST") ? post(visit) : show(visit);
        } catch (StoreException e) {
            LOG.error("A page is not shown, because a store can't be reached", e);
            return later(request, known, 503);
        } catch (RuntimeException e) {
            LOG.error("A page can't be shown", e);
            return later(request, known, 500);
        }
    }

    private Visit visit(WebhookRequest request) {
        Matcher path = TOKEN.matcher(request.path());
        String token = path.matches() ? path.group(1) : "";
        Optional<String> shown = Cookies.find(request, settings.cookie());
        return new Visit(request, token, shown, desk.open(token, shown));
    }

    private WebhookResponse show(Visit visit) {
        return visit.link().stand() == Stand.OPEN ? ask(visit, null, 200) : over(visit, visit.link());
    }

    private WebhookResponse post(Visit visit) {
        Opened link = visit.link();
        int refusal = Fields.refusal(visit.request());
        Optional<Fields> sent = refusal == 0 ? Fields.read(visit.request().body()) : Optional.empty();
        boolean genuine = sent.isPresent()
                && link.challenge().isPresent()
                && forms.genuine(sent.get().form(), link.challenge().get(), visit.token(), visit.browser(), desk.now());
        if (link.stand() != Stand.OPEN) {
            return genuine && again(link, sent.get()) ? done(visit, link) : over(visit, link);
        }
        if (sent.isEmpty()) {
            return ask(visit, Phrase.AGAIN, refusal == 0 ? 400 : refusal);
        }
        if (!genuine) {
            return ask(visit, Phrase.AGAIN, 403);
        }
        return press(visit, sent.get());
    }

    private WebhookResponse press(Visit visit, Fields sent) {
        Opened link = visit.link();
        Optional<Choice> choice = sent.choice()
                .filter(said -> said == Choice.YES || link.transaction().isPresent());
        if (choice.isEmpty()) {
            return ask(visit, Phrase.AGAIN, 400);
        }
        boolean digitsNeeded = choice.get() == Choice.YES && !link.home();
        if (digitsNeeded && sent.digits().isEmpty()) {
            return ask(visit, Phrase.DIGITS_MISSING, 400);
        }
        Answer answer = desk.press(link, choice.get(), sent.digits().orElse(""));
        if (answer.approved()) {
            return done(visit, link);
        } else if (answer instanceof Answer.Denied) {
            return tell(visit, Page.Kind.REFUSED, 200);
        } else if (answer instanceof Answer.Limited || answer instanceof Answer.TooEarly) {
            return tell(visit, Page.Kind.LATER, 429);
        } else if (answer instanceof Answer.Exhausted && digitsNeeded) {
            return tell(visit, Page.Kind.WRONG_DIGITS, 410);
        } else if (answer instanceof Answer.Ended) {
            Opened now = desk.open(visit.token(), visit.shown());
            return again(now, sent) ? done(visit, link) : over(visit, now);
        }
        return tell(visit, Page.Kind.LATER, 409);
    }

    /** Whether the same browser said before what it says again: a button that was pressed twice. */
    private static boolean again(Opened link, Fields sent) {
        return link.home()
                && link.stand() == Stand.APPROVED
                && sent.choice().filter(Choice.YES::equals).isPresent();
    }

    /** Only the browser that began is sent on: any other would take nothing there. */
    private WebhookResponse done(Visit visit, Opened link) {
        Optional<String> next = link.next().filter(target -> link.home()).filter(settings.next()::allows);
        return next.map(PageResponses::sendOn).orElseGet(() -> tell(visit, Page.Kind.APPROVED, 200));
    }

    private WebhookResponse ask(Visit visit, @Nullable Phrase notice, int status) {
        Opened link = visit.link();
        String form = forms.issue(link.challenge().orElseThrow(), visit.token(), visit.browser(), desk.now());
        Page page = writer.ask(link, visit.words(), Optional.ofNullable(notice), visit.token(), form, nonce());
        return responses.of(
                status, page, link.next().filter(settings.next()::allows).flatMap(Destinations::origin));
    }

    private WebhookResponse over(Visit visit, Opened link) {
        return switch (link.stand()) {
            case EXPIRED -> tell(visit, Page.Kind.EXPIRED, 410);
            case UNKNOWN -> tell(visit, Page.Kind.UNKNOWN, 404);
            default -> tell(visit, Page.Kind.OVER, 410);
        };
    }

    private WebhookResponse tell(Visit visit, Page.Kind kind, int status) {
        return responses.of(status, writer.tell(kind, visit.link(), visit.words(), nonce()), Optional.empty());
    }

    private WebhookResponse later(WebhookRequest request, Optional<Visit> visit, int status) {
        Words words = visit.map(Visit::words)
                .orElseGet(() -> Words.choose(Optional.empty(), request.header("accept-language")));
        Opened link = visit.map(Visit::link).orElse(Opened.NOTHING);
        return responses.of(status, writer.tell(Page.Kind.LATER, link, words, nonce()), Optional.empty());
    }

    private String nonce() {
        return desk.keys().newSalt();
    }
}
