package io.chatauth.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    private static final Destinations ALLOWED =
            Destinations.of(List.of("/account", "/shop/", "https://app.example/welcome?from=chat"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/",
                "/account/cards/17",
                "/shop/",
                "/shop/a-b_c~d.e",
                "https://app.example/welcome?from=chat"
            })
    void whatIsOnTheListIsAllowed(String target) {
        assertTrue(ALLOWED.allows(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/accounts",
                "/other/account",
                "account",
                "https://app.example/welcome",
                "https://app.example/welcome?from=chat&next=x",
                "https://app.example/welcome?from=chat#x",
                "HTTPS://app.example/welcome?from=chat",
                "https://app.example:443/welcome?from=chat",
                "https://app.example./welcome?from=chat"
            })
    void whatIsNearIsNotOnTheList(String target) {
        assertFalse(ALLOWED.allows(target));
    }

    /** Every way that is known to lead a browser, a library or a person astray, in every place of a target. */
    @Test
    void noneOfThousandsOfTricksIsAllowed() {
        List<String> hosts = List.of(
                "evil.example",
                "app.example.evil.example",
                "app.example@evil.example",
                "app.example:80@evil.example",
                "evil.example\\@app.example",
                "evil.example#@app.example",
                "app.еxample",
                "xn--app-xmple-cyg.example",
                "app。example",
                "app%2eexample",
                "127.0.0.1",
                "0x7f000001",
                "2130706433",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "localhost",
                "app.example:8443",
                "app.example\u0000.evil.example",
                "evil.example%00app.example",
                "app.example ",
                "");
        List<String> starts = List.of(
                "//",
                "///",
                "////",
                "/\\",
                "\\/",
                "\\\\",
                "/\t/",
                "/\n/",
                "/\r/",
                "\t//",
                " //",
                "/ /",
                "%2f%2f",
                "/%2f",
                "%5c%5c",
                "/%5c",
                "/%09/",
                "/.//",
                "/..//",
                "/account//",
                "/account/\\",
                "/account/..//",
                "/account/../..//",
                "https:",
                "https:/",
                "https://",
                "https:///",
                "https:\\\\",
                "http://",
                "hTTps://",
                "https:/\\",
                "ht\ntps://",
                "javascript://",
                "javascript:",
                "data:text/html,",
                "data://",
                "vbscript:",
                "file:///",
                "ftp://",
                "blob:https://",
                "//;@",
                "/;/",
                "@",
                "/@",
                "?",
                "#",
                "/?",
                "/#",
                ".",
                "..",
                "/.",
                "/..",
                "/./",
                "/account@",
                "/account:80//",
                "/account%2f..%2f",
                "/account%2e%2e/",
                "/account/%2e%2e/",
                "/account/.%2e/",
                "/account;/",
                "/account\u2028//",
                "\u200b//",
                "\ufeff//",
                "／／",
                "/／",
                "\u3000//",
                "〱");
        List<String> ends = List.of(
                "", "/", "/account", "?next=/account", "#/account", "/%2e%2e/account", "/account%0d%0aSet-Cookie:a=b");
        Set<String> tried = new TreeSet<>();
        for (String start : starts) {
            for (String host : hosts) {
                for (String end : ends) {
                    tried.add(start + host + end);
                }
            }
        }
        List<String> allowed = new ArrayList<>();
        tried.stream().filter(ALLOWED::allows).forEach(allowed::add);

        assertTrue(tried.size() > 5000, () -> tried.size() + " tried");
        assertEquals(List.of(), allowed);
    }

    /** One character more, wherever it stands, leads off the list or stays below an allowed path. */
    @Test
    void oneStrangeCharacterIsOneTooMany() {
        for (String target : List.of("/account/cards", "https://app.example/welcome?from=chat")) {
            for (int at = 0; at <= target.length(); at++) {
                for (int c = 0; c < 0x3100; c++) {
                    boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_~./".indexOf(c) >= 0);
                    String changed = target.substring(0, at) + (char) c + target.substring(at);
                    assertFalse(!plain && ALLOWED.allows(changed), changed);
                }
            }
        }
    }

    @Test
    void dotsAndDoubleSlashesNeverPass() {
        for (String end : List.of("..", ".", "../x", "./x", "/x", "x//y", "x/../y", "x/./y", ".x", "x/.y")) {
            assertFalse(ALLOWED.allows("/account/" + end), end);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//evil.example",
                "/a?b=c",
                "/a#b",
                "/a%2fb",
                "http://app.example/",
                "https://user@app.example/",
                "https://app.example/#x",
                "https://app.example/%2e",
                "https://",
                "https:///x",
                "javascript:alert(1)",
                "*",
                "https://*.example/"
            })
    void anEntryThatIsNeitherIsRefused(String entry) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Destinations.of(List.of(entry)));

        assertTrue(e.getMessage().contains("'" + entry + "'"), e.getMessage());
    }

    @Test
    void originsAreThoseOfWholeUris() {
        assertEquals(Optional.empty(), Destinations.origin("/account"));
        assertEquals(Optional.of("https://app.example"), Destinations.origin("https://app.example/welcome"));
        assertEquals(Optional.of("http://localhost:8080"), Destinations.origin("http://localhost:8080/x"));
    }

    @Test
    void anEmptyListAllowsNothing() {
        assertFalse(Destinations.NONE.allows("/"));
        assertFalse(Destinations.NONE.allows(""));
    }
}
