package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built jars say of themselves: to the module system, to the class path, in their manifest. */
class ModulesIT {
    private static final String SERVICES = "META-INF/services/";

    static Stream<Path> jars() {
        return Jars.modules().stream();
    }

    /** What a module requires, exports, opens, uses and provides; what it merely contains is its own affair. */
    @ParameterizedTest
    @MethodSource("jars")
    void theModuleIsAsTheGoldenFileSays(Path jar) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider.findFirst("jar").orElseThrow().run(out, out, "--describe-module", "--file=" + jar);
        String described = said.toString()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("contains "))
                .map(line -> line.replaceAll(" jar:file:.*", "").replaceAll("@[0-9][^ ]*", ""))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        String golden = jar.getFileName().toString().replace(".jar", ".txt");

        assertEquals(golden(golden), described, "src/test/resources/modules/" + golden);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void classPathAndModulePathFindTheSameProviders(Path jar) throws IOException {
        ModuleDescriptor descriptor =
                ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        Map<String, Set<String>> declared = new TreeMap<>();
        descriptor.provides().forEach(one -> declared.put(one.service(), new TreeSet<>(one.providers())));

        assertEquals(
                declared, servicesFiles(jar), "module-info declares what " + SERVICES + " does not, or the reverse");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void theManifestNamesArtifactAndVersion(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertEquals(
                    path.getFileName().toString().replace(".jar", ""),
                    manifest.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
            assertNotNull(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        }
    }

    private static Map<String, Set<String>> servicesFiles(Path path) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (var entry : jar.stream().filter(file -> !file.isDirectory()).toList()) {
                if (entry.getName().startsWith(SERVICES)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        services.put(
                                entry.getName().substring(SERVICES.length()),
                                new String(content.readAllBytes(), StandardCharsets.UTF_8)
                                        .lines()
                                        .map(line -> line.replaceAll("#.*", "").strip())
                                        .filter(line -> !line.isEmpty())
                                        .collect(Collectors.toCollection(TreeSet::new)));
                    }
                }
            }
        }
        return services;
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ModulesIT.class.getResourceAsStream("/modules/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
