package io.chatauth.sandbox.internal.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The control API's front. It asks for no credentials, so it answers no web page but the sandbox's own: a request whose
 * {@code Origin} is another is refused.
 */
public final class ControlHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(ControlHandler.class.getName());

    private final Routes routes;

    /**
     * Serves routes.
     *
     * @param routes the control API's routes
     */
    public ControlHandler(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Reply reply;
        try {
            reply = answer(Exchanges.read(exchange));
        } catch (Problem problem) {
            reply = ErrorShape.PLAIN.reply(problem);
        }
        Exchanges.write(exchange, reply);
    }

    private Reply answer(Request request) {
        try {
            String origin = request.headers().get("Origin");
            if (origin != null && !sameOrigin(origin, request.headers().get("Host"))) {
                throw new Problem(403, "the control API answers no other site's pages");
            }
            return routes.handle(request);
        } catch (Problem problem) {
            if (problem.status() == 405) {
                String allowed = routes.allowed(request.path());
                return ErrorShape.PLAIN
                        .reply(new Problem(405, request.path() + " knows only " + allowed))
                        .with(Map.of("Allow", allowed));
            }
            return ErrorShape.PLAIN.reply(
                    problem.sentence().isEmpty()
                            ? new Problem(problem.status(), "there is no " + request.path() + " here")
                            : problem);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + request.method() + " " + request.path(), e);
            return ErrorShape.PLAIN.reply(new Problem(500, "the sandbox failed: " + e));
        }
    }

    private static boolean sameOrigin(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
