package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.registry.Paging;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code GET /whatsapp/1/templates}: the templates of all senders, filtered, page by page. */
final class TemplateListing implements Endpoint {
    static final String PATH = "/whatsapp/1/templates";

    private static final int PAGE = 10;
    private static final int MAX_PAGE = 100;
    private static final Map<String, Comparator<Template>> ORDERS = Map.of(
            "templateId", Comparator.comparing(Template::id),
            "templateName", Comparator.comparing(Template::name),
            "name", Comparator.comparing(Template::name),
            "createdAt", Comparator.comparing(Template::createdAt),
            "lastUpdatedAt", Comparator.comparing(Template::updatedAt));

    private final TemplateStore store;

    TemplateListing(TemplateStore store) {
        this.store = store;
    }

    @Override
    public Reply handle(Request request) {
        List<String> senders = request.all("sender");
        List<String> statuses = known(request, "status", TemplateStatus.names());
        List<String> languages = known(request, "language", Language.CODES);
        List<String> categories = known(request, "category", TemplateStore.CATEGORIES);
        String name = request.parameter("name");
        Comparator<Template> order = order(request.parameter("orderBy"));
        Paging paging = Paging.of(request, PAGE, MAX_PAGE);
        List<Template> fitting = store.all().stream()
                .filter(template -> fits(senders, template.sender())
                        && fits(statuses, template.status().name())
                        && fits(languages, template.language())
                        && fits(categories, template.category())
                        && (name == null || name.equals(template.name()))
                        && platform(template, "applicationId", request.parameter("applicationId"))
                        && platform(template, "entityId", request.parameter("entityId")))
                .sorted(order)
                .toList();
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        paging.page(fitting).forEach(template -> results.add(template.json()));
        body.set("paging", paging.json(fitting.size()));
        return Reply.json(200, body);
    }

    private static boolean fits(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean platform(Template template, String name, @Nullable String wanted) {
        return wanted == null
                || wanted.equals(template.extras().path("platform").path(name).asText(""));
    }

    private static List<String> known(Request request, String name, Set<String> values) {
        List<String> wanted = request.all(name);
        if (!values.containsAll(wanted)) {
            throw wrong(name, "must be of " + new TreeSet<>(values));
        }
        return wanted;
    }

    private static Comparator<Template> order(@Nullable String given) {
        String[] parts = (given == null ? "templateId,ASC" : given).split(",", -1);
        Comparator<Template> order = ORDERS.get(parts[0]);
        boolean down = parts.length == 2 && parts[1].equals("DESC");
        if (order == null || parts.length > 2 || (parts.length == 2 && !down && !parts[1].equals("ASC"))) {
            throw wrong("orderBy", "must be one of " + new TreeSet<>(ORDERS.keySet()) + " with ,ASC or ,DESC");
        }
        return down ? order.reversed() : order;
    }

    private static Problem wrong(String name, String text) {
        return new Problem(400, "", Map.of(name, List.of(text)));
    }
}
