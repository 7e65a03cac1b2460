package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application finds the channels in the built jars, in a process of its own, however it is put together. */
class DiscoveryIT {
    private static final String SERVICES = "META-INF/services/";

    private static final String MODULE = "module app {\n    requires io.chatauth.core;\n}\n";

    @TempDir
    Path work;

    private static String source() throws IOException {
        try (InputStream file = DiscoveryIT.class.getResourceAsStream("/application/Main.java")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path compiled() throws IOException {
        return Compiler.onClassPath(Jars.path(Jars.application())).compile(work, source());
    }

    private List<String> onClassPath(List<Path> elements, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-cp", Jars.path(elements), "app.Main"));
        all.addAll(List.of(arguments));
        return JavaProcess.run(work, all);
    }

    private static List<Path> with(Path first, List<Path> others) {
        List<Path> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static List<Path> without(Path left, List<Path> all) {
        return all.stream().filter(jar -> !jar.equals(left)).toList();
    }

    private static String found(String where) {
        return "channel whatsapp: io.chatauth.channel.whatsapp.WhatsAppChannelProvider (" + where + ") - discovered";
    }

    @Test
    void onTheClassPathTheServicesFileIsRead() throws IOException, InterruptedException {
        List<String> said = onClassPath(with(compiled(), Jars.application()), "discover");

        assertEquals("module: none", said.get(0));
        assertTrue(said.contains(found(Jars.channel("whatsapp").toString())), () -> String.join("\n", said));
        assertEquals("explained: whatsapp", said.get(said.size() - 1));
    }

    @Test
    void onTheModulePathTheModuleIsFoundThatNobodyRequires() throws IOException, InterruptedException {
        String jars = Jars.path(Jars.application());
        Path app = Compiler.onModulePath(jars).compile(work, source(), MODULE);

        List<String> said = JavaProcess.run(
                work,
                List.of(
                        "-p",
                        Jars.path(with(app, Jars.application())),
                        "--add-modules",
                        "io.chatauth.channel.whatsapp",
                        "-m",
                        "app/app.Main",
                        "discover"));

        assertEquals("module: app", said.get(0));
        assertTrue(
                said.contains(found("module io.chatauth.channel.whatsapp, " + Jars.channel("whatsapp"))),
                () -> String.join("\n", said));
        assertEquals("explained: whatsapp", said.get(said.size() - 1));
    }

    @Test
    void onTheModulePathCoreAloneBringsTheChannelsThatStandThere() throws IOException, InterruptedException {
        String jars = Jars.path(Jars.application());
        Path app = Compiler.onModulePath(jars).compile(work, source(), MODULE);

        List<String> said = JavaProcess.run(
                work, List.of("-p", Jars.path(with(app, Jars.application())), "-m", "app/app.Main", "discover"));

        assertEquals("explained: whatsapp", said.get(said.size() - 1), "core uses ChannelProvider: that resolves it");
    }

    @Test
    void aShadedJarThatKeptItsServicesFileIsLikeTheOthers() throws IOException, InterruptedException {
        Path shaded = shaded(true);

        List<String> said = onClassPath(List.of(compiled(), shaded), "discover");

        assertTrue(said.contains(found(shaded.toString())), () -> String.join("\n", said));
    }

    @Test
    void aShadedJarThatLostItsServicesFileIsNamedWithTheCure() throws IOException, InterruptedException {
        Path shaded = shaded(false);
        Path app = compiled();
        String cure = "The class io.chatauth.channel.whatsapp.WhatsAppChannelProvider is there in " + shaded
                + ", but no META-INF/services/io.chatauth.spi.ChannelProvider names it: a shaded jar may have lost"
                + " the entry. Merge the services files when shading (Maven Shade: ServicesResourceTransformer), or"
                + " call channel(new WhatsAppChannelProvider()).";

        assertEquals(
                List.of(
                        "module: none",
                        "ConfigurationException: ChatAuth can't start: 1 problem",
                        "1) sender(…): There is no channel 'whatsapp'. No channel is here. " + cure),
                onClassPath(List.of(app, shaded), "discover"));
    }

    @Test
    void itIsNamedEvenIfNothingElseSpeaksOfTheChannel() throws IOException, InterruptedException {
        Path shaded = shaded(false);

        String said = String.join("\n", onClassPath(List.of(compiled(), shaded), "discover", "no-sender"));

        assertTrue(said.contains("1) there is no channel. The class io.chatauth.channel."), said);
        assertTrue(said.contains(" is there in " + shaded + ", but no META-INF/services/"), said);
    }

    @Test
    void aChannelThatIsNotThereIsNamedWithItsArtifact() throws IOException, InterruptedException {
        List<String> said =
                onClassPath(with(compiled(), without(Jars.channel("whatsapp"), Jars.application())), "discover");

        String last = said.get(said.size() - 1);
        assertTrue(last.startsWith("1) sender(…): There is no channel 'whatsapp'. "), last);
        assertTrue(last.endsWith(" Add io.chatauth:chatauth-channel-whatsapp to the class path or module path."), last);
    }

    @Test
    void aGivenClassLoaderIsAskedForJarsThatTheApplicationDoesNotHave() throws IOException, InterruptedException {
        Path jar = Jars.channel("whatsapp");

        List<String> said = onClassPath(with(compiled(), without(jar, Jars.application())), "loader", jar.toString());

        assertTrue(said.contains(found(jar.toString())), () -> String.join("\n", said));
        assertEquals("explained: whatsapp", said.get(said.size() - 1));
    }

    @Test
    void withoutDiscoveryNothingIsFound() throws IOException, InterruptedException {
        List<String> said = onClassPath(with(compiled(), Jars.application()), "nothing");

        assertEquals(
                "1) sender(…): There is no channel 'whatsapp'. No channel is here."
                        + " Its module is there, but discovery is off: call discover(), or channel(new"
                        + " WhatsAppChannelProvider()).",
                said.get(said.size() - 1));
    }

    /** One jar of all, as shading makes it: no module-info, of files with one name the first, services merged or lost. */
    private Path shaded(boolean mergeServices) throws IOException {
        Path all = work.resolve("application.jar");
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (Path jar : Jars.application()) {
            read(jar, content);
        }
        try (OutputStream file = Files.newOutputStream(all);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                if (mergeServices || !entry.getKey().startsWith(SERVICES)) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(entry.getValue());
                    out.closeEntry();
                }
            }
        }
        return all;
    }

    private static void read(Path from, Map<String, byte[]> content) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(file -> !file.isDirectory()).toList()) {
                String name = entry.getName();
                if (name.endsWith("module-info.class") || name.startsWith("META-INF/MANIFEST")) {
                    continue;
                }
                byte[] bytes;
                try (InputStream file = jar.getInputStream(entry)) {
                    bytes = file.readAllBytes();
                }
                content.merge(name, bytes, (first, next) -> name.startsWith(SERVICES) ? join(first, next) : first);
            }
        }
    }

    private static byte[] join(byte[] first, byte[] next) {
        return (new String(first, StandardCharsets.UTF_8) + "\n" + new String(next, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
