package io.chatauth.sandbox.internal.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a body. Not for use by several threads. */
public final class Violations {
    private final Map<String, List<String>> byPath = new LinkedHashMap<>();

    /**
     * Notes one.
     *
     * @param path the property's path
     * @param text what is wrong with it
     */
    public void add(String path, String text) {
        List<String> texts = byPath.computeIfAbsent(path, unused -> new ArrayList<>());
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    /**
     * Notes all of another collection.
     *
     * @param other the other one
     */
    public void addAll(Violations other) {
        other.byPath.forEach((path, texts) -> texts.forEach(text -> add(path, text)));
    }

    /**
     * Tells whether nothing is wrong.
     *
     * @return true if there is no violation
     */
    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    /**
     * Tells the first one as a sentence.
     *
     * @return path and text, or an empty text
     */
    public String first() {
        return byPath.entrySet().stream()
                .findFirst()
                .map(entry -> entry.getKey() + " " + entry.getValue().get(0))
                .orElse("");
    }

    /**
     * Refuses the request if anything is wrong.
     *
     * @throws Problem with 400 and all violations
     */
    public void refuseIfAny() {
        if (!isEmpty()) {
            throw new Problem(400, "", byPath);
        }
    }
}
