package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Compiles small sources with the JDK's compiler. */
final class Compiler {
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private final List<String> path;

    private Compiler(List<String> path) {
        this.path = path;
    }

    static Compiler onClassPath(String classPath) {
        return new Compiler(List.of("-classpath", classPath));
    }

    static Compiler onModulePath(String modulePath) {
        return new Compiler(List.of("--module-path", modulePath));
    }

    /**
     * Compiles sources; fails the test if that is not possible.
     *
     * @param folder where to work; gets the folders {@code sources} and {@code classes}
     * @param sources one type or module each
     * @return the folder of the classes
     * @throws IOException if the folder can't be written
     */
    Path compile(Path folder, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(path);
        arguments.addAll(List.of("--release", "17", "-proc:none", "-Xlint:all", "-d", classes.toString()));
        for (String source : sources) {
            Path file = folder.resolve("sources").resolve(fileOf(source));
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source).toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertEquals(0, failed, () -> said.toString(StandardCharsets.UTF_8));
        return classes;
    }

    private static String fileOf(String source) {
        if (source.startsWith("module ")) {
            return "module-info.java";
        }
        Matcher type = TYPE.matcher(source);
        String name = type.find() ? type.group(1) : "package-info";
        Matcher home = PACKAGE.matcher(source);
        return (home.find() ? home.group(1).replace('.', '/') + "/" : "") + name + ".java";
    }
}
