package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Checks that a provider can be found: on the class path and as a module. */
final class Services {
    private Services() {}

    static void isPublicAndMadeWithoutArguments(Class<?> type) throws ReflectiveOperationException {
        assertTrue(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
        assertTrue(
                Modifier.isPublic(type.getDeclaredConstructor().getModifiers()),
                () -> type + " has no public constructor without arguments");
    }

    static void isDeclaredInMetaInf(Class<?> service, Class<?> type) throws IOException {
        List<String> declared = new ArrayList<>();
        for (URL file :
                Collections.list(type.getClassLoader().getResources("META-INF/services/" + service.getName()))) {
            try (InputStream in = file.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .forEach(declared::add);
            }
        }
        assertTrue(
                declared.contains(type.getName()),
                () -> type.getName() + " is not among the declared providers " + declared);
    }

    static void isFound(ServiceLoader<?> loader, Class<?> type) {
        assertTrue(
                loader.stream().anyMatch(found -> found.type().getName().equals(type.getName())),
                () -> type.getName() + " is not found by the service loader");
    }

    static void isDeclaredInItsModule(Class<?> service, Class<?> type) throws URISyntaxException {
        descriptor(type)
                .ifPresent(descriptor -> assertTrue(
                        descriptor.provides().stream()
                                .filter(provides -> provides.service().equals(service.getName()))
                                .anyMatch(provides -> provides.providers().contains(type.getName())),
                        () -> "the module " + descriptor.name() + " does not provide " + type.getName()));
    }

    private static Optional<ModuleDescriptor> descriptor(Class<?> type) throws URISyntaxException {
        if (type.getModule().isNamed()) {
            return Optional.of(type.getModule().getDescriptor());
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        return ModuleFinder.of(Path.of(source.getLocation().toURI())).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> !descriptor.isAutomatic())
                .findFirst();
    }
}
