package io.chatauth.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles one changed source into a folder of its own, and runs a test against it, within this JVM. */
final class Laboratory {
    private static final int LONGEST_SECONDS = 120;

    private final Path folder;
    private final URL[] classes;

    Laboratory(Path folder) {
        this.folder = folder;
        classes = new URL[] {
            url(folder), url(home("io/chatauth/ChatAuth.class")), url(home("io/chatauth/mutation/Laboratory.class"))
        };
    }

    /** Loads what is ours from the changed classes, and everything else as usual. */
    private static final class Loader extends URLClassLoader {
        Loader(URL[] classes) {
            super(classes, Laboratory.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("io.chatauth.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }

    /** Compiles the change, and says which tests fail with it; a test that does not end has failed. */
    List<String> failures(Mutant mutant) throws IOException, InterruptedException {
        Path source = folder.resolve("source").resolve(mutant.file());
        Files.createDirectories(source.getParent());
        Files.writeString(source, mutant.mutated());
        compile(source);
        Loader loader = new Loader(classes);
        FutureTask<List<String>> run = new FutureTask<>(() -> run(loader, mutant.target()));
        Thread thread = new Thread(run, "mutant");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return List.of("no end within " + LONGEST_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the tests of '" + mutant.title() + "' could not be run", e.getCause());
        }
    }

    private void compile(Path source) {
        String path = Stream.of(System.getProperty("jdk.module.path"), System.getProperty("java.class.path"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-proc:none",
                        "-nowarn",
                        "--release",
                        "17",
                        "-d",
                        folder.toString(),
                        "-cp",
                        home("io/chatauth/ChatAuth.class") + File.pathSeparator + path,
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException("the change does not compile: " + said);
        }
    }

    private static List<String> run(ClassLoader loader, String... target) throws ClassNotFoundException {
        Class<?> type = Class.forName(target[0], false, loader);
        DiscoverySelector what = target.length == 1 ? selectClass(type) : method(type, target[1]);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(what)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsStartedCount() == 0 && summary.getTotalFailureCount() == 0) {
            throw new IllegalStateException("no test was found: " + String.join("#", target));
        }
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getLegacyReportingName())
                .toList();
    }

    private static DiscoverySelector method(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .map(method -> selectMethod(type, method))
                .orElseThrow(() -> new IllegalStateException(type + " has no method " + name));
    }

    /** Where a class comes from: a folder, whether it is on the class path or a patch of the module. */
    private static Path home(String resource) {
        try {
            URI found = Objects.requireNonNull(Laboratory.class.getClassLoader().getResource(resource))
                    .toURI();
            Path home = Path.of(found);
            for (int i = 0; i < resource.split("/").length; i++) {
                home = Objects.requireNonNull(home.getParent());
            }
            return home;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws the folder's content away. */
    void clean() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.equals(folder)).forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.delete(all.get(i));
        }
    }
}
