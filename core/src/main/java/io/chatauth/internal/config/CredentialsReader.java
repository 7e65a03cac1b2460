package io.chatauth.internal.config;

import io.chatauth.Secret;
import io.chatauth.infobip.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the credentials of the account: one kind of four, and that one whole. */
final class CredentialsReader {
    private CredentialsReader() {}

    static Optional<Credentials> read(Values values, List<String> problems) {
        pair(values, Catalogue.USERNAME, Catalogue.PASSWORD, problems);
        pair(values, Catalogue.SESSION_USERNAME, Catalogue.SESSION_PASSWORD, problems);
        pair(values, Catalogue.CLIENT_ID, Catalogue.CLIENT_SECRET, problems);
        List<Setting> kinds = kinds().filter(values::isSet).toList();
        if (kinds.size() > 1) {
            problems.add(kinds.stream().map(values::source).collect(Collectors.joining(" and "))
                    + " are set together, expected one kind of credentials: an API key, a user name with its password, a"
                    + " session or an OAuth2 client");
        }
        Optional<Credentials> key = values.secret(Catalogue.API_KEY).map(Credentials.ApiKey::new);
        return key.or(() -> both(values, Catalogue.USERNAME, Catalogue.PASSWORD, Credentials.Basic::new))
                .or(() -> both(
                        values,
                        Catalogue.SESSION_USERNAME,
                        Catalogue.SESSION_PASSWORD,
                        (name, password) ->
                                new Credentials.Session(name, password, values.duration(Catalogue.SESSION_IDLE))))
                .or(() -> both(values, Catalogue.CLIENT_ID, Catalogue.CLIENT_SECRET, Credentials.OAuth2::new));
    }

    static boolean anySet(Values values) {
        return kinds().anyMatch(values::isSet);
    }

    static String none() {
        return "there are no credentials: " + Catalogue.API_KEY.howToSet() + "; or set "
                + Stream.of(
                                List.of(Catalogue.USERNAME, Catalogue.PASSWORD),
                                List.of(Catalogue.SESSION_USERNAME, Catalogue.SESSION_PASSWORD),
                                List.of(Catalogue.CLIENT_ID, Catalogue.CLIENT_SECRET))
                        .map(pair ->
                                pair.get(0).property() + " and " + pair.get(1).property() + " or call "
                                        + pair.get(0).method())
                        .collect(Collectors.joining("; or set "));
    }

    static void pair(Values values, Setting name, Setting password, List<String> problems) {
        if (values.isSet(name) != values.isSet(password)) {
            Setting there = values.isSet(name) ? name : password;
            Setting missing = values.isSet(name) ? password : name;
            problems.add(values.source(there) + " is set alone: " + missing.howToSet());
        }
    }

    private static Stream<Setting> kinds() {
        return Stream.of(Catalogue.API_KEY, Catalogue.USERNAME, Catalogue.SESSION_USERNAME, Catalogue.CLIENT_ID);
    }

    /** Makes credentials of a name and a secret. */
    private interface Maker {
        Credentials make(String name, Secret secret);
    }

    private static Optional<Credentials> both(Values values, Setting name, Setting secret, Maker maker) {
        return values.text(name).flatMap(text -> values.secret(secret).map(hidden -> maker.make(text, hidden)));
    }
}
