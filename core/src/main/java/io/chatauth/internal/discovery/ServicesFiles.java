package io.chatauth.internal.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the services files again, to find out which entry failed and where it stands. */
final class ServicesFiles {
    private static final int LONGEST = 1 << 20;

    private ServicesFiles() {}

    /** Finds the jar or folder whose services file names a class. */
    static Optional<String> naming(ClassLoader loader, Class<?> service, String type) {
        return Optional.ofNullable(entries(loader, service).get(type))
                .map(place -> "named by META-INF/services in " + place);
    }

    /** Finds the class that can't be linked, for an error of the virtual machine does not say which one was asked for. */
    static Optional<String> unlinked(ClassLoader loader, Class<?> service, LinkageError problem) {
        return entries(loader, service).keySet().stream()
                .filter(type -> failsLike(loader, type, problem))
                .findFirst();
    }

    private static boolean failsLike(ClassLoader loader, String type, LinkageError problem) {
        try {
            Class.forName(type, false, loader);
            return false;
        } catch (LinkageError again) {
            return String.valueOf(again.getMessage()).equals(String.valueOf(problem.getMessage()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Map<String, String> entries(ClassLoader loader, Class<?> service) {
        Map<String, String> entries = new LinkedHashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                String place = Locations.jarOf(file.toString());
                text(file)
                        .lines()
                        .map(line -> line.split("#", 2)[0].strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(type -> entries.putIfAbsent(type, place));
            }
        } catch (IOException e) {
            return entries;
        }
        return entries;
    }

    private static String text(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
