package io.chatauth.sandbox.internal.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request: 404 for an unknown path, 405 for a known path with another method. */
public final class Routes implements Endpoint {
    private record Route(String method, List<String> segments, Endpoint endpoint) {}

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route. All routes are added before the first request.
     *
     * @param method the HTTP method
     * @param pattern the path; a segment {@code {name}} takes any value
     * @param endpoint who answers
     * @return this
     */
    public Routes add(String method, String pattern, Endpoint endpoint) {
        routes.add(new Route(method, segments(pattern), endpoint));
        return this;
    }

    @Override
    public Reply handle(Request request) {
        List<String> segments = segments(request.path());
        for (Route route : routes) {
            Map<String, String> variables = match(route.segments(), segments);
            if (variables != null && route.method().equals(request.method())) {
                return route.endpoint().handle(request.withVariables(variables));
            }
        }
        throw new Problem(allowed(request.path()).isEmpty() ? 404 : 405, "");
    }

    /**
     * Tells which methods a path knows.
     *
     * @param path the path
     * @return the methods, separated by commas, empty for an unknown path
     */
    public String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>();
        List<String> segments = segments(path);
        for (Route route : routes) {
            if (match(route.segments(), segments) != null) {
                methods.add(route.method());
            }
        }
        return String.join(", ", methods);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String wanted = pattern.get(i);
            String given = path.get(i);
            if (wanted.startsWith("{")) {
                if (given.isEmpty()) {
                    return null;
                }
                variables.put(wanted.substring(1, wanted.length() - 1), given);
            } else if (!wanted.equals(given)) {
                return null;
            }
        }
        return variables;
    }
}
