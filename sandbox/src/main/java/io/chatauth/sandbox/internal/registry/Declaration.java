package io.chatauth.sandbox.internal.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells the sandbox which templates were approved, for channels that register them outside the API. As long as nothing
 * is declared every message passes; afterwards only what fits a declared template does.
 *
 * @param store where they are kept
 * @param name the property that names a template
 * @param check notes what is wrong with a declared template, beside sender and name
 */
public record Declaration(RegisteredStore store, String name, Consumer<Fields> check) {
    /**
     * Replaces all declared templates.
     *
     * @param body {@code {"templates":[{"sender":…, …}]}}
     * @throws Problem with 400 and a sentence if one is wrong; nothing is changed then
     */
    public void replace(ObjectNode body) {
        Violations violations = new Violations();
        Fields fields = Fields.indexed(body, "", violations);
        body.fieldNames().forEachRemaining(property -> {
            if (!property.equals("templates")) {
                fields.reject(property, "is unknown here");
            }
        });
        List<Fields> templates = fields.requiredObjects("templates", 0, Integer.MAX_VALUE);
        Set<List<String>> seen = new HashSet<>();
        for (Fields template : templates) {
            String sender = template.required("sender", Integer.MAX_VALUE);
            String code = template.required(name, Integer.MAX_VALUE);
            if (sender != null && code != null && !seen.add(List.of(sender, code))) {
                template.reject(name, "is declared twice for this sender");
            }
            check.accept(template);
        }
        if (!violations.isEmpty()) {
            throw new Problem(400, violations.first());
        }
        store.clear();
        for (Fields template : templates) {
            ObjectNode node = template.node();
            store.declare(node.path("sender").asText(), node.path(name).asText(), node.deepCopy());
        }
    }
}
