package io.chatauth.channel.kakao.internal;

import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The buttons that were registered as app links. Immutable. */
final class KakaoAppLinks {
    private static final String PREFIX = "app-link.";
    private static final Pattern NAME = Pattern.compile("app-link\\.(.+)\\.([1-5])\\.(android|ios)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-~]+");
    private static final int LONGEST = 500;

    /**
     * What a button opens on a phone; one of the two at least.
     *
     * @param android a URI with the app's own scheme
     * @param ios a URI with the app's own scheme
     */
    record Schemes(Optional<String> android, Optional<String> ios) {}

    private final Map<String, Map<Integer, Schemes>> byTemplate;

    private KakaoAppLinks(Map<String, Map<Integer, Schemes>> byTemplate) {
        this.byTemplate = byTemplate;
    }

    static KakaoAppLinks from(Options options) {
        Map<String, Map<Integer, Schemes>> byTemplate = new TreeMap<>();
        for (String name : options.names()) {
            Optional<String> uri = name.startsWith(PREFIX) ? options.text(name) : Optional.empty();
            uri.ifPresent(text -> {
                Matcher parts = NAME.matcher(name);
                if (!parts.matches()) {
                    throw new OptionException("chatauth.channel.kakao." + name + " names no button, expected"
                            + " chatauth.channel.kakao.app-link.<template>.<number>.android or ….ios, the number from 1"
                            + " to 5");
                }
                Schemes one = parts.group(3).equals("android")
                        ? new Schemes(Optional.of(checked(name, text)), Optional.empty())
                        : new Schemes(Optional.empty(), Optional.of(checked(name, text)));
                byTemplate
                        .computeIfAbsent(parts.group(1), any -> new TreeMap<>())
                        .merge(Integer.parseInt(parts.group(2)), one, KakaoAppLinks::both);
            });
        }
        return new KakaoAppLinks(byTemplate);
    }

    /** Gives the app links of a template, by the number of the button, from 1. */
    Map<Integer, Schemes> of(String template) {
        return byTemplate.getOrDefault(template, Map.of());
    }

    private static Schemes both(Schemes a, Schemes b) {
        return new Schemes(a.android().or(b::android), a.ios().or(b::ios));
    }

    private static String checked(String name, String uri) {
        if (uri.length() > LONGEST || !SCHEME.matcher(uri).matches()) {
            throw new OptionException("chatauth.channel.kakao." + name + " is '" + uri
                    + "', expected a URI of the app's own scheme such as bank://cards, at most " + LONGEST
                    + " characters");
        }
        return uri;
    }
}
