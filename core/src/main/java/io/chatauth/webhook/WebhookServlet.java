package io.chatauth.webhook;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Serves a {@link WebhookReceiver} in a Jakarta Servlet container (6.0 or later), mapped to a path such as
 * {@code /chatauth/*}. It reads the raw body and asks for no parameter; no filter before it may do so. Needs the module
 * {@code jakarta.servlet}, which the application brings. Safe for use by many threads.
 */
@SuppressWarnings("exports") // transitive, it would be asked of every module that uses ChatAuth
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where a container puts the client's verified certificates (Jakarta Servlet 6.0, section 3.10). */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final transient WebhookReceiver receiver;

    /**
     * Makes a servlet.
     *
     * @param receiver takes the requests
     */
    public WebhookServlet(WebhookReceiver receiver) {
        this.receiver = Objects.requireNonNull(receiver, "receiver");
    }

    /**
     * Takes one request of any method and answers it.
     *
     * @param request the request
     * @param response its answer
     * @throws IOException if the request can't be read, or the answer can't be sent
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(WebhookReceiver.MAX_BODY + 1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name, none -> new ArrayList<>()).addAll(Collections.list(request.getHeaders(name)));
        }
        String below = request.getPathInfo();
        WebhookResponse answer = receiver.receive(WebhookRequest.received(
                request.getMethod(), below == null ? "/" : below, headers, body, peer(request)));
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static Optional<X500Principal> peer(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0].getSubjectX500Principal())
                : Optional.empty();
    }
}
