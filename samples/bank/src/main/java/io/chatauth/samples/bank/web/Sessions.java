package io.chatauth.samples.bank.web;

import com.sun.net.httpserver.HttpExchange;
import io.chatauth.samples.bank.Bank;
import io.chatauth.samples.bank.Cookies;
import io.chatauth.samples.bank.Customer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browsers that came by; the oldest visits are forgotten. Safe for use by many threads. */
final class Sessions {
    private static final int MOST = 1_000;

    private final Cookies cookies;
    private final Map<String, Session> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    Sessions(Cookies cookies) {
        this.cookies = cookies;
    }

    /** Gives the browser's session, a new one if it brings none. */
    synchronized Session of(HttpExchange exchange) {
        Optional<Session> known = cookie(exchange, cookies.session()).flatMap(id -> Optional.ofNullable(byId.get(id)));
        return known.orElseGet(() -> set(exchange, new Session(Optional.empty())));
    }

    /** Lets somebody in, or out, under a new id. */
    synchronized Session renew(HttpExchange exchange, Session session, Optional<Customer> customer) {
        byId.remove(session.id());
        return set(exchange, session.renewed(customer));
    }

    private Session set(HttpExchange exchange, Session session) {
        byId.put(session.id(), session);
        exchange.getResponseHeaders().add("Set-Cookie", cookies.setSession(session.id()));
        return session;
    }

    /** Gives what ChatAuth binds challenges to: a value in a cookie that outlives the session. */
    Bank.Browser browser(HttpExchange exchange) {
        String device = cookie(exchange, cookies.device()).filter(Tokens::isOne).orElseGet(Tokens::random);
        exchange.getResponseHeaders().add("Set-Cookie", cookies.setDevice(device));
        return new Bank.Browser(device, exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static Optional<String> cookie(HttpExchange exchange, String name) {
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String pair : header.split(";", -1)) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return Optional.of(parts[1]);
                }
            }
        }
        return Optional.empty();
    }
}
