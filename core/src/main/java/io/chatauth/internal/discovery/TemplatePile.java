package io.chatauth.internal.discovery;

import io.chatauth.internal.discovery.Candidate.Origin;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Templates from all sides: a later origin replaces an earlier one, two of one origin are a problem. */
final class TemplatePile {
    private static final Logger LOG = LoggerFactory.getLogger(TemplatePile.class);

    private record Key(String name, String language) {}

    private record Owned(Template template, Origin origin, String owner) {}

    private final Map<Key, Owned> pile = new LinkedHashMap<>();
    private final List<String> problems;

    TemplatePile(List<String> problems) {
        this.problems = problems;
    }

    void add(Origin origin, String owner, List<? extends @Nullable Template> templates) {
        for (Template template : templates) {
            if (template == null) {
                problems.add("templates of " + owner + ": there is null among them");
                continue;
            }
            Key key = new Key(template.name(), template.language().replace('-', '_'));
            Owned there = pile.get(key);
            if (there != null && there.origin() == origin) {
                problems.add("the template " + template + " is given twice: by " + there.owner() + " and by " + owner
                        + "; rename one, or exclude one of the providers");
                continue;
            }
            if (there != null) {
                LOG.info("The template {} of {} replaces that of {}", template, owner, there.owner());
            }
            pile.put(key, new Owned(template, origin, owner));
        }
    }

    List<Template> templates() {
        List<Template> all = new ArrayList<>();
        pile.values().forEach(owned -> all.add(owned.template()));
        return List.copyOf(all);
    }
}
