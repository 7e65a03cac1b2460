package io.chatauth.internal.page;

import io.chatauth.page.Page;
import io.chatauth.page.PageRenderer;
import io.chatauth.webhook.WebhookResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws pages and puts the headers on them that keep them to themselves. */
final class PageResponses {
    private static final Logger LOG = LoggerFactory.getLogger(PageResponses.class);

    private static final int SEE_OTHER = 303;

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-Robots-Tag", "noindex, nofollow, noarchive",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final PageRenderer renderer;
    private final PageRenderer builtIn = new HtmlRenderer();

    PageResponses(Optional<PageRenderer> renderer) {
        this.renderer = renderer.orElse(builtIn);
    }

    /**
     * Draws a page.
     *
     * @param onward the origin that its form may lead to besides the page's own: browsers ask the policy again when the answer
     *     to a form sends them on
     */
    WebhookResponse of(int status, Page page, Optional<String> onward) {
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put("Content-Language", page.text().language());
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + page.nonce() + "'; form-action 'self'"
                        + onward.map(origin -> " " + origin).orElse("")
                        + "; frame-ancestors 'none'; base-uri 'none'");
        return new WebhookResponse(status, headers, draw(page));
    }

    static WebhookResponse sendOn(String target) {
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.put("Location", target);
        return new WebhookResponse(SEE_OTHER, headers, "");
    }

    static WebhookResponse withoutBody(WebhookResponse response) {
        return new WebhookResponse(response.status(), response.headers(), "");
    }

    private String draw(Page page) {
        try {
            return renderer.render(page);
        } catch (RuntimeException e) {
            LOG.error(
                    "The renderer {} failed on {}; the built-in page is shown",
                    renderer.getClass().getName(),
                    page,
                    e);
            return builtIn.render(page);
        }
    }
}
