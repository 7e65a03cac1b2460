package io.chatauth.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider has, or would get, of a template: its parts by name, in words that can be compared. The same template
 * gives the same content, whether it is read back from the provider or made from the template here. Immutable.
 */
public final class TemplateContent {
    /** The name of the part that says what the provider takes the template for. Providers may change it by themselves. */
    public static final String CATEGORY = "category";

    private static final int SHOWN = 80;

    private final Map<String, String> parts;

    private TemplateContent(Map<String, String> parts) {
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * Makes a content.
     *
     * @param parts the parts, such as {@code body}, in the order in which differences are told
     * @return the content
     */
    public static TemplateContent of(Map<String, String> parts) {
        parts.forEach((name, text) -> {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        });
        return new TemplateContent(parts);
    }

    /**
     * Gives the parts.
     *
     * @return the texts by name, in their order
     */
    public Map<String, String> parts() {
        return parts;
    }

    /**
     * Gives one part.
     *
     * @param name its name
     * @return its text; empty if there is none
     */
    public Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /**
     * Gives the same content with another part, or with another text of a part.
     *
     * @param name the part's name
     * @param text its text
     * @return the new content
     */
    public TemplateContent with(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(parts);
        more.put(name, text);
        return of(more);
    }

    /**
     * Compares what is registered, which is this, with what is wanted.
     *
     * @param wanted the content of the template here
     * @return what differs, part by part; empty if both are the same
     */
    public List<Difference> differences(TemplateContent wanted) {
        Set<String> names = new LinkedHashSet<>(parts.keySet());
        names.addAll(wanted.parts.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            if (!part(name).equals(wanted.part(name))) {
                differences.add(new Difference(name, part(name), wanted.part(name)));
            }
        }
        return List.copyOf(differences);
    }

    /**
     * Gives a short form that is the same for the same content and, in practice, differs for every other.
     *
     * @return 64 hexadecimal digits: SHA-256 over the parts, each with its length before it
     */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach((name, text) -> {
                for (String word : List.of(name, text)) {
                    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateContent content && parts.equals(content.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return parts.toString();
    }

    /**
     * One part that is not the same at the provider and here.
     *
     * @param part the part's name
     * @param registered its text at the provider; empty if it has no such part
     * @param wanted its text here; empty if there is no such part
     */
    public record Difference(String part, Optional<String> registered, Optional<String> wanted) {
        /** Checks that all parts are there. */
        public Difference {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(registered, "registered");
            Objects.requireNonNull(wanted, "wanted");
        }

        /**
         * Tells both texts; of long ones the place where they begin to differ.
         *
         * @return a line for people
         */
        @Override
        public String toString() {
            int same = 0;
            if (registered.isPresent() && wanted.isPresent()) {
                same = commonStart(registered.get(), wanted.get());
            }
            return part + ": registered " + shown(registered, same) + ", here " + shown(wanted, same);
        }

        private static int commonStart(String one, String other) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            return at;
        }

        private static String shown(Optional<String> text, int same) {
            if (text.isEmpty()) {
                return "nothing";
            }
            String line = text.get().replaceAll("\\R", "⏎");
            int from = line.length() <= SHOWN ? 0 : Math.min(Math.max(0, same - SHOWN / 4), line.length());
            int to = Math.min(line.length(), from + SHOWN);
            return "'" + (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "") + "'";
        }
    }
}
