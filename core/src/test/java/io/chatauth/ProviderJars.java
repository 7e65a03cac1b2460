package io.chatauth;

import io.chatauth.spi.ChannelProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles small providers into jars, the way strangers ship them. */
final class ProviderJars implements AutoCloseable {
    static final String CHANNELS = "META-INF/services/io.chatauth.spi.ChannelProvider";
    static final String FLOWS = "META-INF/services/io.chatauth.spi.AuthFlowProvider";
    static final String TEMPLATES = "META-INF/services/io.chatauth.spi.TemplateProvider";

    private static final String CHANNEL_BODY = """
            public io.chatauth.spi.Channel create(io.chatauth.spi.ChannelContext context) {
                %s
                return new io.chatauth.spi.Channel() {
                    public io.chatauth.template.Capabilities capabilities() {
                        return io.chatauth.template.Capabilities.of(
                                io.chatauth.template.Capabilities.TextMode.FREE_TEXT).build();
                    }
                    public io.chatauth.spi.WireRequest encode(io.chatauth.spi.EncodeContext context) {
                        return io.chatauth.spi.WireRequest.get("/1");
                    }
                    public java.util.List<io.chatauth.Receipt> decodeResponse(
                            io.chatauth.spi.EncodeContext context, io.chatauth.spi.WireResponse response) {
                        return java.util.List.of();
                    }
                };
            }
            """;

    private final Path work;
    private final List<URLClassLoader> loaders = new ArrayList<>();

    ProviderJars(Path work) {
        this.work = work;
    }

    /** What goes into one jar. */
    static final class Content {
        private final Map<String, String> sources = new TreeMap<>();
        private final Map<String, String> files = new TreeMap<>();
        private final List<String> lost = new ArrayList<>();

        Content source(String type, String text) {
            sources.put(type.replace('.', '/') + ".java", text);
            return this;
        }

        Content file(String path, String text) {
            files.put(path, text);
            return this;
        }

        /** Leaves a class out of the jar, as a badly cut build does. */
        Content without(String type) {
            lost.add(type.replace('.', '/') + ".class");
            return this;
        }

        /** A channel provider that works. */
        Content channel(String type, String id) {
            return channel(type, id, "public", "", "");
        }

        Content channel(String type, String id, String constructor, String inConstructor, String inCreate) {
            int dot = type.lastIndexOf('.');
            String simple = type.substring(dot + 1);
            return source(
                    type,
                    "package " + type.substring(0, dot) + ";\n"
                            + "public class " + simple + " implements io.chatauth.spi.ChannelProvider {\n"
                            + constructor + " " + simple + "() {" + inConstructor + "}\n"
                            + "public io.chatauth.ChannelId id() { " + id(id) + " }\n"
                            + CHANNEL_BODY.formatted(inCreate) + "}");
        }

        private static String id(String id) {
            return switch (id) {
                case "null" -> "return null;";
                case "throw" -> "throw new IllegalStateException(\"no id today\");";
                default -> "return io.chatauth.ChannelId.of(\"" + id + "\");";
            };
        }

        Content services(String... types) {
            return file(CHANNELS, String.join("\n", types) + "\n");
        }
    }

    Path jar(String name, Content content) throws IOException {
        Path root = Files.createDirectories(work.resolve(name + ".d"));
        Path classes = Files.createDirectories(root.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17", "-proc:none"));
        boolean modular = content.files.containsKey("module-info.java");
        arguments.addAll(List.of(modular ? "--module-path" : "-classpath", corePath(modular)));
        Map<String, String> sources = new TreeMap<>(content.sources);
        if (modular) {
            sources.put("module-info.java", content.files.get("module-info.java"));
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            arguments.add(write(root.resolve("src"), source.getKey(), source.getValue())
                    .toString());
        }
        if (!sources.isEmpty()) {
            run("javac", arguments);
        }
        for (String path : content.lost) {
            Files.delete(classes.resolve(path));
        }
        for (Map.Entry<String, String> file : content.files.entrySet()) {
            if (!file.getKey().equals("module-info.java") && !file.getKey().equals("META-INF/MANIFEST.MF")) {
                write(classes, file.getKey(), file.getValue());
            }
        }
        Path jar = work.resolve(name + ".jar");
        List<String> pack = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        if (content.files.containsKey("META-INF/MANIFEST.MF")) {
            pack.add("--manifest");
            pack.add(write(root, "manifest", content.files.get("META-INF/MANIFEST.MF"))
                    .toString());
        }
        pack.addAll(List.of("-C", classes.toString(), "."));
        run("jar", pack);
        return jar;
    }

    URLClassLoader loader(Path... jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ChannelProvider.class.getClassLoader());
        loaders.add(loader);
        return loader;
    }

    @Override
    public void close() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    /** Core alone for a provider on the class path; core and what it requires for one that is a module. */
    private static String corePath(boolean modular) {
        Path core = Path.of(URI.create(ChannelProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        Stream<Path> modules = modular
                ? ModuleLayer.boot().configuration().modules().stream()
                        .flatMap(module -> module.reference().location().stream())
                        .filter(uri -> "file".equals(uri.getScheme()))
                        .map(Path::of)
                : Stream.empty();
        return Stream.concat(Stream.of(core), modules)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Path write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        int code = java.util.spi.ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(writer, writer, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + out);
        }
    }
}
