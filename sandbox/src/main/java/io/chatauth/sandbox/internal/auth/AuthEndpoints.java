package io.chatauth.sandbox.internal.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.server.Violations;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /auth/1/session} and {@code /auth/1/oauth2/token}: how one comes to a session or an access token. */
public final class AuthEndpoints {
    private static final String SESSION = "/auth/1/session";
    private static final String TOKEN = "/auth/1/oauth2/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SCHEME = "IBSSO ";

    private final Credentials credentials;
    private final Tokens tokens;

    private AuthEndpoints(Credentials credentials, Tokens tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /**
     * Adds the routes.
     *
     * @param routes the API's routes
     * @param credentials who is known
     * @param tokens the sessions and access tokens
     */
    public static void addTo(Routes routes, Credentials credentials, Tokens tokens) {
        AuthEndpoints endpoints = new AuthEndpoints(credentials, tokens);
        routes.add("POST", SESSION, endpoints::begin)
                .add("DELETE", SESSION, endpoints::end)
                .add("POST", TOKEN, endpoints::token);
    }

    /** Tells whether a request carries its credentials in its body. */
    static boolean open(Request request) {
        return request.method().equals("POST")
                && (request.path().equals(SESSION) || request.path().equals(TOKEN));
    }

    private Reply begin(Request request) {
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = new Fields(body, "", violations);
        String username = fields.required("username", Integer.MAX_VALUE);
        String password = fields.required("password", Integer.MAX_VALUE);
        fields.flag("unsafe");
        violations.refuseIfAny();
        if (username == null || password == null || !credentials.user(username, password)) {
            throw new Problem(401, "Invalid login details");
        }
        return Reply.json(200, Json.object().put("token", tokens.newSession()));
    }

    private Reply end(Request request) {
        String authorization = request.headers().getOrDefault("Authorization", "");
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Problem(401, "");
        }
        tokens.endSession(authorization.substring(SCHEME.length()).trim());
        return Reply.empty(204);
    }

    private Reply token(Request request) {
        String type = request.headers().getOrDefault("Content-Type", "");
        if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw new Problem(400, "the body must be " + FORM);
        }
        Map<String, String> form = form(request.body());
        Map<String, List<String>> missing = new HashMap<>();
        for (String name : List.of("client_id", "client_secret", "grant_type")) {
            if (form.getOrDefault(name, "").isEmpty()) {
                missing.put(name, List.of("must not be blank"));
            }
        }
        if (missing.isEmpty() && !"client_credentials".equals(form.get("grant_type"))) {
            missing.put("grant_type", List.of("must be client_credentials"));
        }
        if (!missing.isEmpty()) {
            throw new Problem(400, "", missing);
        }
        if (!credentials.user(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))) {
            throw new Problem(401, "Invalid login details");
        }
        return Reply.json(
                200,
                Json.object()
                        .put("access_token", tokens.newAccess())
                        .put("expires_in", Tokens.ACCESS.toSeconds())
                        .put("token_type", "Bearer"));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "the form is not URL-encoded");
        }
    }
}
