package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatauth.ProviderJars.Content;
import io.chatauth.internal.catalog.TemplateCatalog;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ClassPathDiscoveryTest {
    static {
        Module core = ClassPathDiscoveryTest.class.getModule();
        for (String logback : List.of("ch.qos.logback.classic", "ch.qos.logback.core")) {
            ModuleLayer.boot().findModule(logback).ifPresent(core::addReads);
        }
    }

    @TempDir
    Path work;

    private ProviderJars jars;

    @BeforeEach
    void open() {
        jars = new ProviderJars(work);
    }

    @AfterEach
    void close() throws IOException {
        jars.close();
    }

    private static ChatAuthBuilder builder() {
        return new ChatAuthBuilder().baseUrl("http://localhost:8080").apiKey(Secret.of("k"));
    }

    private static Resolved resolve(ChatAuthBuilder builder) {
        return builder.resolve(Wish.BuiltIn.NONE);
    }

    private static List<String> ids(Resolved resolved) {
        return resolved.channels().ids().stream().map(ChannelId::value).toList();
    }

    @Test
    void providersOfAGivenClassLoaderAreFound() throws IOException {
        Path jar = jars.jar("a", new Content().channel("a.Alpha", "alpha").services("a.Alpha"));

        Resolved resolved = resolve(builder().discover(jars.loader(jar)).sender("alpha", "4411"));

        assertEquals(List.of(), resolved.problems());
        assertEquals(
                List.of("channel alpha: a.Alpha (" + jar + ") - discovered"),
                resolved.discovery().loaded().stream().map(Object::toString).toList());
        assertEquals(
                "Providers:%n  loaded%n    channel alpha: a.Alpha (%s) - discovered".formatted(jar),
                resolved.discovery().toString());
    }

    @Test
    void whoHasDiscoveredNothingIsNotToldToDiscover() throws IOException {
        assertEquals(
                List.of(
                        "there is no channel: add a module such as io.chatauth:chatauth-channel-whatsapp to the class path or"
                                + " module path, or give a provider with channel(…)"),
                resolve(builder().discover(jars.loader())).problems());
    }

    @Test
    void discoverAsksTheContextClassLoaderAndTakesEachClassOnce() throws IOException {
        Path jar = jars.jar("a", new Content().channel("a.Alpha", "alpha").services("a.Alpha"));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Resolved resolved;
        try {
            thread.setContextClassLoader(jars.loader(jar));
            resolved = resolve(builder().discover().discover().sender("alpha", "4411"));
        } finally {
            thread.setContextClassLoader(before);
        }

        assertEquals(List.of(), resolved.problems());
        assertEquals(List.of("alpha"), ids(resolved));
    }

    @Test
    void oneJarSeenThroughTwoClassLoadersIsNoDuplicate() throws IOException {
        Path jar = jars.jar("a", new Content().channel("a.Alpha", "alpha").services("a.Alpha"));

        Resolved resolved = resolve(
                builder().discover(jars.loader(jar)).discover(jars.loader(jar)).sender("alpha", "4411"));

        assertEquals(List.of(), resolved.problems());
    }

    @Test
    void nothingIsLookedForUnlessAsked() throws IOException {
        Path jar = jars.jar("a", new Content().channel("a.Alpha", "alpha").services("a.Alpha"));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(jars.loader(jar));
            assertEquals(List.of(), ids(resolve(builder())));
            assertEquals(List.of("alpha"), ids(resolve(builder().property("chatauth.discover", "true"))));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void brokenProvidersAreReportedAndTakeNoOtherWithThem() throws IOException {
        Path broken = jars.jar(
                "broken",
                new Content()
                        .channel(
                                "b.Throwing", "throwing", "public", "throw new IllegalStateException(\"no luck\");", "")
                        .channel("b.Hidden", "hidden", "private", "", "")
                        .source("b.Base", "package b; public class Base {}")
                        .source(
                                "b.Unlinked",
                                "package b; public class Unlinked extends Base {"
                                        + " public io.chatauth.ChannelId id() { return null; } }")
                        .without("b.Base")
                        .source("b.Stranger", "package b; public class Stranger {}")
                        .channel("b.Nameless", "null")
                        .channel("b.Grumpy", "throw")
                        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 9.9-test\n")
                        .services(
                                "b.Missing",
                                "b.Throwing",
                                "b.Hidden",
                                "b.Unlinked",
                                "b.Stranger",
                                "b.Nameless",
                                "b.Grumpy"));
        Path malformed = jars.jar("malformed", new Content().file(ProviderJars.CHANNELS, "not a class name\n"));
        Path good = jars.jar("good", new Content().channel("g.Good", "good").services("g.Good"));

        Resolved resolved =
                resolve(builder().discover(jars.loader(broken, malformed, good)).sender("good", "4411"));

        assertEquals(List.of(), resolved.problems());
        assertEquals(List.of("good"), ids(resolved));
        List<Discovery.Entry> failed = resolved.discovery().failed();
        assertEquals(8, failed.size(), failed::toString);
        String prefix = "io.chatauth.spi.ChannelProvider: ";
        assertFailed(failed, "b.Missing", prefix + "Provider b.Missing not found");
        assertFailed(
                failed,
                "b.Throwing",
                prefix + "Provider b.Throwing could not be instantiated, caused by"
                        + " java.lang.IllegalStateException: no luck");
        assertFailed(
                failed,
                "b.Stranger",
                prefix + "b.Stranger not a subtype; it implements something else, or chatauth-core is on the class path"
                        + " twice");
        assertFailed(failed, "b.Nameless", "id() gave null");
        assertFailed(failed, "b.Grumpy", "id() failed: java.lang.IllegalStateException: no id today");
        assertTrue(failed.stream()
                .anyMatch(entry -> entry.type().equals(Optional.of("b.Hidden"))
                        && entry.location().equals(Optional.of(broken.toString()))
                        && entry.note().contains("Unable to get public no-arg constructor")));
        assertTrue(failed.stream().anyMatch(entry -> entry.note().contains("Illegal")), failed::toString);
        Discovery.Entry unlinked = failed.stream()
                .filter(entry -> entry.type().equals(Optional.of("b.Unlinked")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(failed.toString()));
        assertEquals(Optional.of(broken.toString()), unlinked.location());
        assertTrue(unlinked.note().startsWith("java.lang.NoClassDefFoundError: b/Base"), unlinked.note());
        assertTrue(unlinked.note().contains("chatauth-core is "), unlinked.note());
        assertTrue(unlinked.note().contains("the provider's jar is 9.9-test"), unlinked.note());
        assertTrue(failed.stream()
                .anyMatch(entry -> entry.location().equals(Optional.of("named by META-INF/services in " + broken))));
    }

    private static void assertFailed(List<Discovery.Entry> failed, String type, String note) {
        assertEquals(
                List.of(note),
                failed.stream()
                        .filter(entry -> entry.type().equals(Optional.of(type)))
                        .map(Discovery.Entry::note)
                        .toList());
    }

    @Test
    void aLinkageErrorPutsBothVersionsSideBySide() throws IOException {
        Path jar = jars.jar(
                "old",
                new Content()
                        .channel("o.Old", "old", "public", "", "new Gone();")
                        .source("o.Gone", "package o; public class Gone {}")
                        .without("o.Gone")
                        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 9.9-test\n")
                        .services("o.Old"));

        Resolved resolved = resolve(builder().discover(jars.loader(jar)));

        String note = resolved.discovery().failed().get(0).note();
        assertTrue(note.startsWith("it could not be made: java.lang.NoClassDefFoundError: o/Gone"), note);
        assertTrue(note.contains("; chatauth-core is "), note);
        assertTrue(
                note.endsWith(
                        ", the provider's jar is 9.9-test; use one version for all ChatAuth modules (chatauth-bom does)"),
                note);
    }

    @Test
    void anExhaustedVirtualMachineIsNobodysProviderProblem() throws IOException {
        Path jar = jars.jar(
                "full",
                new Content()
                        .channel("f.Full", "full", "public", "throw new OutOfMemoryError(\"test\");", "")
                        .services("f.Full"));
        ChatAuthBuilder builder = builder().discover(jars.loader(jar));

        assertEquals(
                "test",
                assertThrows(OutOfMemoryError.class, () -> resolve(builder)).getMessage());
    }

    @Test
    void twoDiscoveredProvidersOfOneIdAreAnErrorThatNamesBoth() throws IOException {
        Path one = jars.jar("one", new Content().channel("p.One", "alpha").services("p.One"));
        Path two = jars.jar("two", new Content().channel("q.Two", "alpha").services("q.Two"));
        URLClassLoader loader = jars.loader(one, two);

        Resolved resolved = resolve(builder().discover(loader).sender("alpha", "4411"));

        assertEquals(
                "2 providers have the channel id 'alpha': p.One (" + one + ") and q.Two (" + two
                        + "); remove all but one from the class path, exclude(\"q.Two\"), or give the one to use with"
                        + " channel(…)",
                resolved.problems().get(0));
        assertEquals(
                List.of(),
                resolve(builder().discover(loader).sender("alpha", "4411").exclude("q.Two"))
                        .problems());
        assertEquals(
                List.of(),
                resolve(builder().discover(loader).sender("alpha", "4411").channel(FakeChannel.provider("alpha")))
                        .problems());
    }

    @Test
    void twoGivenProvidersOfOneIdAreAnError() {
        Resolved resolved =
                resolve(builder().channel(FakeChannel.provider("alpha")).channel(FakeChannel.provider("alpha")));

        String problem = resolved.problems().get(0);
        assertTrue(problem.startsWith("2 providers have the channel id 'alpha': "), problem);
        assertTrue(problem.endsWith("; call channel(…) with one of them only"), problem);
    }

    @Test
    void aGivenProviderReplacesADiscoveredOneAndThatIsLogged() throws IOException {
        Path jar = jars.jar("a", new Content().channel("a.Alpha", "alpha").services("a.Alpha"));
        Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth.internal.discovery");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        Resolved resolved;
        try {
            resolved = resolve(builder()
                    .discover(jars.loader(jar))
                    .channel(FakeChannel.provider("alpha"))
                    .sender("alpha", "4411"));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertEquals(List.of(), resolved.problems());
        Discovery.Entry replaced = resolved.discovery().replaced().get(0);
        assertEquals(Optional.of("a.Alpha"), replaced.type());
        assertTrue(replaced.note().startsWith("replaced by io.chatauth.FakeChannel$Provider"), replaced.note());
        assertTrue(lines.list.stream()
                .anyMatch(line -> line.getLevel() == Level.INFO
                        && line.getFormattedMessage().contains("replaces that of a.Alpha (" + jar + ")")));
    }

    @Test
    void excludedProvidersAreLeftOutAndReported() throws IOException {
        Path jar = jars.jar(
                "a",
                new Content()
                        .channel("a.Alpha", "alpha")
                        .channel("a.Beta", "beta")
                        .channel("a.Bad", "bad", "public", "throw new IllegalStateException();", "")
                        .services("a.Alpha", "a.Beta", "a.Bad"));

        Resolved resolved = resolve(builder()
                .discover(jars.loader(jar))
                .sender("beta", "4411")
                .exclude("a.Bad")
                .property("chatauth.exclude", "alpha"));

        assertEquals(List.of(), resolved.problems());
        assertEquals(List.of("beta"), ids(resolved));
        assertEquals(2, resolved.discovery().excluded().size());
        assertEquals(List.of(), resolved.discovery().failed());
    }

    @Test
    void discoveredTemplatesThatClashAreAnErrorAndOwnOnesReplaceThem() throws IOException {
        Content content = new Content();
        for (String name : List.of("One", "Two")) {
            content.source(
                    "t." + name,
                    "package t; public class " + name + " implements io.chatauth.spi.TemplateProvider {"
                            + " public String id() { return \"" + name.toLowerCase(java.util.Locale.ROOT) + "\"; }"
                            + " public java.util.List<io.chatauth.template.Template> templates() {"
                            + " return java.util.List.of(io.chatauth.template.Template.named(\"hello\")"
                            + ".body(\"from " + name + "\").build()); } }");
        }
        Path jar = jars.jar("t", content.file(ProviderJars.TEMPLATES, "t.One\nt.Two\n"));
        URLClassLoader loader = jars.loader(jar);
        ChatAuthBuilder both = builder()
                .discover(loader)
                .channel(FakeChannel.provider("alpha"))
                .sender("alpha", "4411");

        List<String> problems = new java.util.ArrayList<>();
        TemplateCatalog.of(resolve(both).templates(), problems);
        assertEquals(
                List.of("template 'hello' (en) is there twice, in t.One (" + jar + ") and in t.Two (" + jar
                        + "); rename one, or leave one provider out with .exclude(id)"),
                problems);

        Resolved resolved = resolve(both.exclude("two")
                .template(io.chatauth.template.Template.named("hello")
                        .body("mine")
                        .build()));
        assertEquals(List.of(), resolved.problems());
        assertEquals(
                List.of("mine"),
                TemplateCatalog.of(resolved.templates(), problems).entries().stream()
                        .map(entry -> entry.template().body())
                        .toList());
    }

    @Test
    void aDiscoveredChannelThatLacksAnOptionSaysHowToDoWithoutIt() throws IOException {
        Path jar = jars.jar(
                "picky",
                new Content()
                        .channel("p.Picky", "picky", "public", "", "context.options().requiredText(\"token\");")
                        .services("p.Picky"));

        Resolved resolved = resolve(builder()
                .discover(jars.loader(jar))
                .channel(FakeChannel.provider("alpha"))
                .sender("alpha", "1"));

        assertEquals(
                List.of("channel 'picky': chatauth.channel.picky.token is not set; if it is not wanted,"
                        + " exclude(\"picky\")"),
                resolved.problems());
    }

    @Test
    void aClassLoaderThatFailsForEverEnds() {
        ClassLoader broken = new ClassLoader(null) {
            @Override
            public java.util.Enumeration<java.net.URL> getResources(String name) throws IOException {
                throw new IOException("disk gone");
            }
        };

        Resolved resolved = resolve(builder().discover(broken));

        assertEquals(3, resolved.discovery().failed().size());
        assertTrue(resolved.discovery().failed().get(0).note().contains("disk gone"));
    }

    @Test
    void strangersCanChainAllMethodsOfTheBuilder() throws ReflectiveOperationException, IOException {
        Path jar = jars.jar("user", new Content().source("u.User", """
                                package u;
                                import io.chatauth.ChatAuthBuilder;
                                public class User implements java.util.function.UnaryOperator<ChatAuthBuilder> {
                                    public ChatAuthBuilder apply(ChatAuthBuilder builder) {
                                        java.util.function.Function<String, ChatAuthBuilder> region = builder::region;
                                        return region.apply("GB").baseUrl("http://localhost").discover().queue(3)
                                                .sender("alpha", "1").tries(2);
                                    }
                                }
                                """));
        ChatAuthBuilder builder = new ChatAuthBuilder();

        @SuppressWarnings("unchecked")
        java.util.function.UnaryOperator<ChatAuthBuilder> user = (java.util.function.UnaryOperator<ChatAuthBuilder>)
                jars.loader(jar).loadClass("u.User").getConstructor().newInstance();

        assertEquals(2, resolve(user.apply(builder)).engine().tries());
    }
}
