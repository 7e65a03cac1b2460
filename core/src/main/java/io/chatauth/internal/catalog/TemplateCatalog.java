package io.chatauth.internal.catalog;

import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.internal.catalog.TemplateSource.Origin;
import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Nearest;
import io.chatauth.internal.text.Sentences;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All templates by name and language, whoever gave them. Immutable. */
public final class TemplateCatalog {
    private static final int LISTED = 20;
    private static final int NEAR = 3;

    /**
     * A template with what gave it.
     *
     * @param template the template
     * @param source the name of its source
     * @param origin how that source came here
     */
    public record Entry(Template template, String source, Origin origin) {
        @Override
        public String toString() {
            return "template '" + Masking.clean(template.name()) + "' (" + template.language() + ")";
        }
    }

    /**
     * A template that another one took the place of.
     *
     * @param winner the one that is used
     * @param loser the one that is not
     */
    public record Replaced(Entry winner, Entry loser) {
        @Override
        public String toString() {
            return winner + " of " + winner.source + " replaces that of " + loser.source;
        }
    }

    /** By name; then by normal language, in the order of the sources. */
    private final Map<String, Map<String, Entry>> families;

    private final List<Replaced> replaced;

    private TemplateCatalog(Map<String, Map<String, Entry>> families, List<Replaced> replaced) {
        this.families = families;
        this.replaced = List.copyOf(replaced);
    }

    /**
     * Collects templates.
     *
     * @param sources the sources; those given to the builder replace discovered ones, and both replace the built-in ones
     * @param problems where to add what is wrong, a sentence each
     * @return the catalog; of use only if no problem was added
     */
    public static TemplateCatalog of(List<TemplateSource> sources, List<String> problems) {
        Map<String, Map<String, Entry>> families = new TreeMap<>();
        List<Replaced> replaced = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            for (TemplateSource source : sources) {
                if (source.origin() == origin) {
                    for (Template template : source.templates()) {
                        Entry entry = new Entry(template, source.name(), origin);
                        Entry before = families.computeIfAbsent(template.name(), name -> new LinkedHashMap<>())
                                .put(LanguageCodes.normal(template.language()), entry);
                        if (before != null && before.origin == origin) {
                            problems.add(twice(before, entry));
                        } else if (before != null) {
                            replaced.add(new Replaced(entry, before));
                        }
                    }
                }
            }
        }
        families.values().forEach(family -> checkDefault(family.values(), problems));
        return new TemplateCatalog(families, replaced);
    }

    private static String twice(Entry before, Entry entry) {
        return before.source.equals(entry.source)
                ? entry + " is there twice in " + entry.source + "; remove one"
                : entry + " is there twice, in " + before.source + " and in " + entry.source
                        + "; rename one, or leave one provider out with .exclude(id)";
    }

    private static void checkDefault(Collection<Entry> family, List<String> problems) {
        for (Origin origin : Origin.values()) {
            List<Entry> marked = family.stream()
                    .filter(entry -> entry.origin == origin && entry.template.defaultLanguage())
                    .toList();
            if (marked.size() > 1) {
                problems.add(
                        "the template '" + Masking.clean(marked.get(0).template.name())
                                + "' has several default languages: "
                                + Sentences.and(marked.stream()
                                        .map(entry -> entry.template.language() + " (" + entry.source + ")")
                                        .toList())
                                + "; mark one of them with asDefault()");
            }
        }
    }

    /**
     * Gives all templates that are used.
     *
     * @return the entries, by name, then in the order of their sources
     */
    public List<Entry> entries() {
        return families.values().stream()
                .flatMap(family -> family.values().stream())
                .toList();
    }

    /**
     * Checks that there is a template of a name.
     *
     * @param name its name
     * @throws RequestException if there is none, with the names that were meant
     */
    public void require(String name) {
        if (!families.containsKey(name)) {
            throw new RequestException(unknown(name));
        }
    }

    /**
     * Gives what was replaced, for the log.
     *
     * @return the pairs, in the order in which they met
     */
    public List<Replaced> replaced() {
        return replaced;
    }

    /**
     * Finds the template for a channel in the language that is nearest to the wish: the language itself, then its parents,
     * then the default of the family. Without a wish it is the default, or the first that the channel knows.
     *
     * @param name the template's name
     * @param wish the wished language; empty for the default
     * @param channel the channel's id, for notes and errors
     * @param capabilities what the channel knows
     * @return the template, the code for the provider, and notes on what differs from the wish
     * @throws RequestException if there is no such template, or the channel does not know the language
     */
    public ResolvedTemplate resolve(
            String name, Optional<Language> wish, ChannelId channel, Capabilities capabilities) {
        Map<String, Entry> family = families.get(name);
        if (family == null) {
            throw new RequestException(unknown(name));
        }
        Template standard = standard(family.values());
        if (wish.isEmpty()) {
            return withoutWish(standard, family.values(), channel, capabilities);
        }
        String wished = wish.get().code();
        if (wish.get().verbatim()) {
            String text = "the language code '" + Masking.clean(wished) + "' goes to " + channel
                    + " unchecked; the text is shown here in '" + standard.language() + "'";
            return new ResolvedTemplate(standard, wished, List.of(new AdaptationNote(Kind.LANGUAGE_VERBATIM, text)));
        }
        requireKnown(wished, channel, capabilities);
        Entry exact = family.get(LanguageCodes.normal(wished));
        if (exact != null) {
            return resolved(exact.template, List.of(), channel, capabilities);
        }
        Optional<Template> parent = LanguageCodes.parents(wished).stream()
                .map(LanguageCodes::normal)
                .flatMap(code -> Optional.ofNullable(family.get(code)).stream())
                .map(Entry::template)
                .findFirst();
        Template chosen = parent.orElse(standard);
        String why = parent.isPresent() ? "its parent language" : "the default";
        String text = "there is no template '" + Masking.clean(name) + "' in '" + Masking.clean(wished) + "', so " + why
                + " '" + chosen.language() + "' is used";
        return resolved(chosen, List.of(new AdaptationNote(Kind.LANGUAGE_RESOLVED, text)), channel, capabilities);
    }

    /** The default, or else the first that the channel knows. */
    private static ResolvedTemplate withoutWish(
            Template standard, Collection<Entry> family, ChannelId channel, Capabilities capabilities) {
        Optional<Template> known = Stream.concat(
                        Stream.of(standard), family.stream().map(Entry::template))
                .filter(template -> knows(template.language(), capabilities))
                .findFirst();
        if (known.isEmpty() || known.get().equals(standard)) {
            return resolved(standard, List.of(), channel, capabilities);
        }
        String text = channel + " does not know the default '" + standard.language() + "', so '"
                + known.get().language() + "' is used";
        return resolved(known.get(), List.of(new AdaptationNote(Kind.LANGUAGE_RESOLVED, text)), channel, capabilities);
    }

    private static boolean knows(String language, Capabilities capabilities) {
        return capabilities.languages().isEmpty()
                || LanguageCodes.findNearest(language, capabilities.languages()).isPresent();
    }

    /** Adds the code for the provider, in the channel's spelling: that of the template, or of a parent that is known. */
    private static ResolvedTemplate resolved(
            Template template, List<AdaptationNote> notes, ChannelId channel, Capabilities capabilities) {
        String language = template.language();
        if (capabilities.languages().isEmpty()) {
            return new ResolvedTemplate(template, language, notes);
        }
        String code = LanguageCodes.findNearest(language, capabilities.languages())
                .orElseThrow(() -> new RequestException("the template '" + Masking.clean(template.name())
                        + "' would go out in '" + language + "', but " + notKnown(language, channel, capabilities)));
        List<AdaptationNote> all = new ArrayList<>(notes);
        if (!LanguageCodes.normal(code).equals(LanguageCodes.normal(language))) {
            all.add(new AdaptationNote(
                    Kind.LANGUAGE_RESOLVED,
                    channel + " does not know '" + language + "', so the message goes out as '" + code + "'"));
        }
        return new ResolvedTemplate(template, code, all);
    }

    /** The one marked as default, by the nearest source; else English; else the first. */
    private static Template standard(Collection<Entry> family) {
        Entry best = null;
        for (Entry entry : family) {
            if (entry.template.defaultLanguage() && (best == null || entry.origin.compareTo(best.origin) > 0)) {
                best = entry;
            }
        }
        if (best != null) {
            return best.template;
        }
        return family.stream()
                .map(Entry::template)
                .filter(template -> LanguageCodes.normal(template.language()).equals("en"))
                .findFirst()
                .orElseGet(() -> family.iterator().next().template);
    }

    private static void requireKnown(String wished, ChannelId channel, Capabilities capabilities) {
        if (!knows(wished, capabilities)) {
            throw new RequestException(notKnown(wished, channel, capabilities));
        }
    }

    private static String notKnown(String code, ChannelId channel, Capabilities capabilities) {
        List<String> meant = LanguageCodes.suggestions(code, capabilities.languages());
        String shown = Masking.clean(code);
        return "'" + shown + "' is no language that " + channel + " knows"
                + (meant.isEmpty() ? ". " : "; did you mean " + Sentences.or(meant) + "? ")
                + "To send it unchecked use Language.verbatim(\"" + shown + "\")";
    }

    private String unknown(String name) {
        List<String> near = Nearest.to(name, families.keySet(), NEAR);
        StringBuilder out = new StringBuilder("there is no template '")
                .append(Masking.clean(name))
                .append('\'');
        if (!near.isEmpty()) {
            out.append("; did you mean ").append(Sentences.or(quoted(near))).append('?');
        } else if (families.isEmpty()) {
            out.append(", nor any other.");
        } else {
            List<String> names = List.copyOf(families.keySet());
            int more = names.size() - LISTED;
            out.append("; there are ")
                    .append(String.join(", ", quoted(names.subList(0, Math.min(LISTED, names.size())))));
            out.append(more > 0 ? " and " + more + " more." : ".");
        }
        FlowTemplates.setting(name)
                .ifPresent(property -> out.append(" The built-in one is there when ")
                        .append(property)
                        .append(" is set."));
        return out.append(" Add one with .template(...) at the builder, or with a TemplateProvider")
                .toString();
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "'" + Masking.clean(name) + "'").toList();
    }
}
