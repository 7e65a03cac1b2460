package io.chatauth.sandbox.internal.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** The API's front: records every request, lets a fault strike, checks the credentials, and finds the endpoint. */
public final class ApiHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());

    private final Routes routes;
    private final Predicate<Request> credentials;
    private final Inspection inspection;
    private final Faults faults;
    private final RequestLog log;
    private final Clock clock;
    private final Delays delays;

    /**
     * Puts the parts together.
     *
     * @param routes the API's routes
     * @param credentials who may call
     * @param inspection who looks at requests and answers
     * @param faults what goes wrong
     * @param log where requests are recorded
     * @param clock the time of the records
     * @param delays where delayed answers wait
     */
    public ApiHandler(
            Routes routes,
            Predicate<Request> credentials,
            Inspection inspection,
            Faults faults,
            RequestLog log,
            Clock clock,
            Delays delays) {
        this.routes = routes;
        this.credentials = credentials;
        this.inspection = inspection;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        this.delays = delays;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Request request;
        try {
            request = Exchanges.read(exchange);
        } catch (Problem problem) {
            Exchanges.write(exchange, ErrorShape.of(exchange.getRequestPath()).reply(problem));
            return;
        }
        RequestLog.Entry entry = log.add(clock.instant(), request);
        Fault fault = faults.take(request.path());
        if (fault != null && fault.drop()) {
            Runnable afterwards = fault.handled() ? checked(request, null).afterwards() : () -> {};
            later(exchange, fault.delayMs(), () -> {
                IoUtils.safeClose(exchange.getConnection());
                afterwards.run();
            });
            return;
        }
        Reply reply = checked(request, fault);
        log.answered(entry, reply.status());
        later(exchange, fault == null ? 0 : fault.delayMs(), () -> Exchanges.write(exchange, reply));
    }

    private void later(HttpServerExchange exchange, int delayMs, Runnable task) {
        if (delayMs == 0) {
            task.run();
        } else {
            exchange.dispatch(
                    command -> delays.after(
                            delayMs, () -> exchange.getConnection().getWorker().execute(command)),
                    task);
        }
    }

    private Reply checked(Request request, @Nullable Fault fault) {
        try {
            return inspection.check(request, answer(request, fault), fault == null || fault.status() == null);
        } catch (Problem problem) {
            return ErrorShape.of(request.path()).reply(problem);
        }
    }

    private Reply answer(Request request, @Nullable Fault fault) {
        ErrorShape shape = ErrorShape.of(request.path());
        try {
            if (fault != null && fault.status() != null) {
                throw new Problem(fault.status(), "");
            }
            if (!credentials.test(request)) {
                throw new Problem(401, "");
            }
            return routes.handle(request);
        } catch (Problem problem) {
            Reply reply = shape.reply(problem);
            if (problem.status() == 405) {
                return reply.with(Map.of("Allow", routes.allowed(request.path())));
            }
            return fault != null && fault.retryAfter() != null
                    ? reply.with(Map.of("Retry-After", fault.retryAfter().toString()))
                    : reply;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + request.method() + " " + request.path(), e);
            return shape.reply(new Problem(500, ""));
        }
    }
}
