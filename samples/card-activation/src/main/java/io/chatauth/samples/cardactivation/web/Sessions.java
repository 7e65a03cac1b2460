package io.chatauth.samples.cardactivation.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The browsers that came by; the oldest are forgotten. Safe for use by many threads. */
final class Sessions {
    private static final String COOKIE = "bank-session";
    private static final int MOST = 1_000;

    private final Map<String, Session> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    /** Gives the browser's session, a new one if it brings none. */
    synchronized Session of(HttpExchange exchange) {
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String cookie : header.split(";", -1)) {
                String[] parts = cookie.strip().split("=", 2);
                Session known = parts.length == 2 && parts[0].equals(COOKIE) ? byId.get(parts[1]) : null;
                if (known != null) {
                    return known;
                }
            }
        }
        Session session = new Session();
        byId.put(session.id(), session);
        exchange.getResponseHeaders()
                .add("Set-Cookie", COOKIE + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Strict");
        return session;
    }
}
