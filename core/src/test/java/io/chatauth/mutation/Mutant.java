package io.chatauth.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One change that would break a promise.
 *
 * @param title what then is no longer so
 * @param file the source, below the root package
 * @param before what is replaced; white space does not matter
 * @param after what replaces it
 * @param test the class that must fail then, without {@code io.chatauth.}, and a method of it after a hash
 */
record Mutant(String title, String file, String before, String after, String test) {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/java/io/chatauth");
    private static final Pattern ENTRY =
            Pattern.compile("## (\\d\\d .+)\\n`([^`]+)`, killed by `([^`]+)`:?\\n```diff\\n- (.*)\\n\\+ (.*)\\n```");
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\S");

    static List<Mutant> all() throws IOException {
        List<Mutant> all = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Mutant.class.getResourceAsStream("/security-mutants.md"))) {
            Matcher entry = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (entry.find()) {
                all.add(new Mutant(entry.group(1), entry.group(2), entry.group(4), entry.group(5), entry.group(3)));
            }
        }
        return all;
    }

    /** The test class, and the method if one is named. */
    String[] target() {
        return ("io.chatauth." + test).split("#", 2);
    }

    String source() throws IOException {
        return Files.readString(SOURCES.resolve(file));
    }

    Matcher place(String source) {
        String form = TOKEN.matcher(before)
                .results()
                .map(token -> Pattern.quote(token.group()))
                .collect(Collectors.joining("\\s*"));
        return Pattern.compile(form).matcher(source);
    }

    /** The changed source. */
    String mutated() throws IOException {
        return place(source()).replaceFirst(Matcher.quoteReplacement(after));
    }

    @Override
    public String toString() {
        return title;
    }
}
