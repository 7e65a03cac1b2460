package io.chatauth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must never be seen, and all that was: every log line of the whole test run at TRACE, every exception's text, and what
 * stores held. {@link CanarySweepTest} looks for the one in the other at the end of the run.
 */
public final class Canary {
    private static final Path SEEN = Path.of(System.getProperty("basedir", "."), "target", "canary.log");
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9.])\\d{6}(?![A-Za-z0-9])");
    private static final Pattern INVITATION = Pattern.compile(
            "(?:%[0-9A-F]{2}|(?<![A-Za-z0-9]))((?:[0-9A-HJKMNP-TV-Z]{5})?[0-9A-HJKMNP-TV-Z]{8})(?![A-Za-z0-9])");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])\\+?\\d{10,15}(?!\\d)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,}");
    private static final Pattern PAYLOAD = Pattern.compile("=(?:[A-Za-z0-9_-]+\\.)*([A-Za-z0-9_-]{20,})");
    /** A number that everyone may call is no code, though it has groups of six digits. */
    private static final Pattern CALLED = Pattern.compile("\\+\\d[\\d ]+");

    private static final int NATIONAL = 10;

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final Set<String> NUMBERS = ConcurrentHashMap.newKeySet();

    /** Payees and names that the tests use. */
    private static final Set<String> WORDS = Set.of("Landlord Ltd", "Thief Ltd", "Nebuchadnezzar");

    private static final AtomicLong LINES = new AtomicLong();
    private static final BufferedWriter OUT = open();

    private static Optional<ThrownTexts> thrown = Optional.empty();

    private Canary() {}

    /** Begins to watch exceptions. */
    static synchronized void begin() {
        if (thrown.isEmpty()) {
            thrown = Optional.of(ThrownTexts.begin());
        }
    }

    /** Keeps the texts of all exceptions since the beginning. */
    static synchronized void end() throws IOException {
        if (thrown.isPresent()) {
            thrown.get().keep();
            thrown = Optional.empty();
        }
    }

    private static BufferedWriter open() {
        try {
            Files.createDirectories(SEEN.getParent());
            return Files.newBufferedWriter(SEEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers the codes, tokens and numbers of a request as it went over the wire. */
    public static void plant(String request) {
        CODE.matcher(CALLED.matcher(request).replaceAll("")).results().forEach(code -> SECRETS.add(code.group()));
        PAYLOAD.matcher(request).results().forEach(token -> SECRETS.add(token.group(1)));
        NUMBER.matcher(request).results().forEach(number -> NUMBERS.add(national(number.group())));
    }

    /** Remembers the code of an invitation, which goes over no wire. */
    public static void plantInvitation(String code) {
        SECRETS.add(code);
    }

    static int planted() {
        return SECRETS.size() + NUMBERS.size() + WORDS.size();
    }

    static long lines() {
        return LINES.get();
    }

    /** Keeps a line that somebody could read. */
    static void seen(String where, String text) {
        synchronized (OUT) {
            try {
                OUT.write(where + " " + text.replaceAll("[\\r\\n]", " ") + "\n");
                LINES.incrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps all that stores hold: the texts, and the bytes as if they were some. */
    public static void store(Object... stores) {
        Deque<Object> rest = new ArrayDeque<>(List.of(stores));
        Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!rest.isEmpty()) {
            Object one = rest.pop();
            if (met.add(one)) {
                look(one, rest);
            }
        }
    }

    private static void look(Object one, Deque<Object> rest) {
        if (one instanceof String text) {
            seen("STORE", text);
        } else if (one instanceof byte[] bytes) {
            seen("STORE", new String(bytes, StandardCharsets.ISO_8859_1));
        } else if (one instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                rest.push(key);
                rest.push(value);
            });
        } else if (one instanceof Iterable<?> all) {
            all.forEach(rest::push);
        } else if (one instanceof Optional<?> maybe) {
            maybe.ifPresent(rest::push);
        } else if (one.getClass().isArray()
                && !one.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(one); i++) {
                Optional.ofNullable(Array.get(one, i)).ifPresent(rest::push);
            }
        } else if (one.getClass().getName().startsWith("io.chatauth.")) {
            fields(one).forEach(rest::push);
        }
    }

    private static Stream<Object> fields(Object one) {
        return Stream.<Class<?>>iterate(one.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.getDeclaringClass().getName().startsWith("io.chatauth."))
                .flatMap(field -> Stream.ofNullable(get(field, one)));
    }

    private static Object get(Field field, Object one) {
        try {
            field.setAccessible(true);
            return field.get(one);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }

    /** Gives the lines with something in them that was planted. */
    static List<String> found() throws IOException {
        synchronized (OUT) {
            OUT.flush();
        }
        try (Stream<String> lines = Files.lines(SEEN)) {
            return lines.filter(Canary::betrays).limit(20).toList();
        }
    }

    static boolean betrays(String line) {
        return CODE.matcher(line).results().anyMatch(code -> SECRETS.contains(code.group()))
                || TOKEN.matcher(line).results().anyMatch(token -> SECRETS.contains(token.group()))
                || INVITATION.matcher(line).results().anyMatch(code -> SECRETS.contains(code.group(1)))
                || NUMBER.matcher(line).results().anyMatch(number -> NUMBERS.contains(national(number.group())))
                || WORDS.stream().anyMatch(line::contains);
    }

    private static String national(String number) {
        return number.substring(Math.max(0, number.length() - NATIONAL));
    }
}
