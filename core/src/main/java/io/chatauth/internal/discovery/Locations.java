package io.chatauth.internal.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where classes come from, in words. */
final class Locations {
    private Locations() {}

    /** Names the module, if it has a name, and the jar or folder. */
    static Optional<String> of(Class<?> type) {
        Optional<String> place = source(type).map(Locations::readable);
        if (!type.getModule().isNamed()) {
            return place;
        }
        String module = "module " + type.getModule().getName();
        return Optional.of(place.map(text -> module + ", " + text).orElse(module));
    }

    /** Finds the class file of a class that could not be loaded. */
    static Optional<String> ofClassFile(ClassLoader loader, String type) {
        URL url = loader.getResource(type.replace('.', '/') + ".class");
        return url == null ? Optional.empty() : Optional.of(jarOf(url.toString()));
    }

    /** Cuts the entry off the address of something within a jar. */
    static String jarOf(String url) {
        String text = url.startsWith("jar:") ? url.substring("jar:".length()) : url;
        int entry = text.indexOf("!/");
        int file = text.indexOf("/META-INF/services/");
        return readable(entry >= 0 ? text.substring(0, entry) : file >= 0 ? text.substring(0, file) : text);
    }

    static Optional<String> source(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? Optional.empty()
                : Optional.of(source.getLocation().toString());
    }

    private static String readable(String url) {
        try {
            URI uri = new URI(url);
            return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : url;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return url;
        }
    }
}
