package io.chatauth.channel.kakao.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that KakaoTalk approved, as far as they were declared. Immutable. */
final class KakaoApprovedTexts {
    private static final String PREFIX = "text.";
    private static final Pattern PLACEHOLDER = Pattern.compile("#\\{([^{}]+)}");
    private static final Pattern OUR_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
    private static final int SHOWN = 24;

    private final Map<String, String> texts;

    private KakaoApprovedTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    static KakaoApprovedTexts from(Options options) {
        Map<String, String> texts = new HashMap<>();
        for (String name : options.names()) {
            if (name.startsWith(PREFIX)) {
                options.text(name).ifPresent(text -> texts.put(name, checked(name, text)));
            }
        }
        return new KakaoApprovedTexts(Map.copyOf(texts));
    }

    private static String checked(String name, String text) {
        if (PLACEHOLDER.matcher(text).replaceAll("").contains("#{")) {
            throw new OptionException("chatauth.channel.kakao." + name
                    + " has '#{' that begins no placeholder, expected the approved text with its #{name}");
        }
        return text.replace("\r\n", "\n");
    }

    /** Says where a template leaves the text that was approved for it; empty if it does not, or if none was declared. */
    Optional<String> difference(AdaptedTemplate template) {
        return approved(template.source()).flatMap(text -> difference(text, template.body()));
    }

    /** The text for the template's language, for its language without region, or for all. */
    private Optional<String> approved(Template template) {
        String all = PREFIX + template.name();
        String language = template.language();
        String family = language.split("[_-]", 2)[0];
        return Stream.of(all + "." + language, all + "." + family, all)
                .flatMap(name -> Optional.ofNullable(texts.get(name)).stream())
                .findFirst();
    }

    /** Options lose the white space around them, so it does not count. */
    private static Optional<String> difference(String approved, String body) {
        String ours = inTheirForm(body).strip();
        String theirs = withOurNames(approved, ours);
        if (ours.equals(theirs)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(ours.length(), theirs.length()) && ours.charAt(at) == theirs.charAt(at)) {
            at++;
        }
        if (at > 0 && Character.isHighSurrogate(ours.charAt(at - 1))) {
            at--;
        }
        return Optional.of("the text is not the one that KakaoTalk approved: from character " + (at + 1) + " on, "
                + excerpt(theirs, at) + " was approved and " + excerpt(ours, at)
                + " would be sent; make them equal, or have the new text approved and declare it");
    }

    private static String inTheirForm(String body) {
        Map<String, String> marks = new HashMap<>();
        Placeholders.in(body).forEach(name -> marks.put(name, "#{" + name + "}"));
        return Placeholders.fill(body, marks).replace("\r\n", "\n");
    }

    /** A name that ChatAuth can't have, such as a Korean one, stands for the placeholder in its place. */
    private static String withOurNames(String approved, String ours) {
        List<String> names =
                PLACEHOLDER.matcher(ours).results().map(MatchResult::group).toList();
        Iterator<String> inPlace = names.iterator();
        return PLACEHOLDER.matcher(approved).replaceAll(found -> {
            String name = inPlace.hasNext() ? inPlace.next() : found.group();
            return Matcher.quoteReplacement(OUR_NAME.matcher(found.group(1)).matches() ? found.group() : name);
        });
    }

    private static String excerpt(String text, int at) {
        if (at >= text.length()) {
            return "its end";
        }
        String rest = text.substring(at);
        boolean more = rest.codePointCount(0, rest.length()) > SHOWN;
        String shown = more ? rest.substring(0, rest.offsetByCodePoints(0, SHOWN)) + "…" : rest;
        return "'" + shown.replace("\n", "\\n") + "'";
    }
}
