package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.internal.config.Catalogue;
import io.chatauth.internal.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md to the code; {@code -Dchatauth.docs.write=true} writes it. */
class ConfigurationTableTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- options: written by ConfigurationTableTest -->";
    private static final String END = "<!-- end of options -->";

    @Test
    void theTableInTheDocumentIsThatOfTheCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + "\n" + table() + document.substring(end));
            return;
        }

        assertEquals(
                "\n" + table(),
                document.substring(begin, end),
                "docs/configuration.md differs from the code; run this test with -Dchatauth.docs.write=true");
    }

    @Test
    void environmentVariablesDoNotCollide() {
        Set<String> seen = new HashSet<>();
        for (Setting setting : Catalogue.ALL) {
            assertTrue(seen.add(setting.environment()), setting.environment());
            assertTrue(
                    Catalogue.FAMILIES.stream()
                            .noneMatch(family -> setting.property().startsWith(family.prefix())),
                    setting.property());
        }
    }

    @Test
    void everyOptionHasItsMethod() {
        List<String> methods = Arrays.stream(ChatAuthBuilder.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
        for (Setting setting : Catalogue.ALL) {
            assertTrue(methods.contains(setting.method().replaceAll("\\(.*", "")), setting::toString);
        }
        for (Catalogue.Family family : Catalogue.FAMILIES) {
            assertTrue(methods.contains(family.method().replaceAll("\\(.*", "")), family::toString);
        }
    }

    private static String table() {
        StringBuilder out =
                new StringBuilder("| property | type | default | builder | what it is |\n|---|---|---|---|---|\n");
        for (Setting setting : Catalogue.ALL) {
            out.append("| `")
                    .append(setting.property())
                    .append("` | ")
                    .append(setting.type().inWords())
                    .append(" | ")
                    .append(setting.fallback().map(value -> "`" + value + "`").orElse(""))
                    .append(" | `")
                    .append(setting.method())
                    .append("` | ")
                    .append(setting.description())
                    .append(range(setting))
                    .append(" |\n");
        }
        for (Catalogue.Family family : Catalogue.FAMILIES) {
            out.append("| `")
                    .append(family.pattern())
                    .append("` | text | | `")
                    .append(family.method())
                    .append("` | ")
                    .append(family.description())
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String range(Setting setting) {
        return setting.range().isEmpty() ? "" : " (" + setting.range() + ")";
    }
}
