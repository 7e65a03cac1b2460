package io.chatauth.internal.discovery;

import io.chatauth.Discovery;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Versions of core and providers, for the day they don't fit each other. */
final class Versions {
    private static final String UNKNOWN = "of unknown version";

    private Versions() {}

    /** Puts the versions of core and of a provider side by side. */
    static String sideBySide(Optional<Class<?>> provider, Optional<String> location) {
        String theirs = provider.map(Versions::of)
                .orElseGet(() -> location.flatMap(Versions::ofJar).orElse(UNKNOWN));
        return "chatauth-core is " + of(Discovery.class) + ", the provider's jar is " + theirs
                + "; use one version for all ChatAuth modules (chatauth-bom does)";
    }

    static String of(Class<?> type) {
        Optional<String> version = Optional.ofNullable(type.getPackage().getImplementationVersion());
        if (version.isEmpty() && type.getModule().isNamed()) {
            version = type.getModule().getDescriptor().rawVersion();
        }
        return version.or(() -> Locations.source(type).map(Locations::jarOf).flatMap(Versions::ofJar))
                .orElse(UNKNOWN);
    }

    private static Optional<String> ofJar(String path) {
        if (!path.endsWith(".jar") || !new File(path).isFile()) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            return manifest == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                            manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
