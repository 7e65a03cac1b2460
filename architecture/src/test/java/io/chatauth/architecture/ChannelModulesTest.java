package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who knows one channel module knows all: the same files with the same names. What else one has is its own subject. */
class ChannelModulesTest {
    private static final Path HOUSE = Path.of(System.getProperty("basedir", "."), "..");
    private static final Map<String, String> CHANNELS =
            Map.of("whatsapp", "WhatsApp", "viber", "Viber", "line", "Line", "kakao", "Kakao", "zalo", "Zalo");
    private static final List<String> MAIN = List.of(
            "%sChannelProvider.java",
            "package-info.java",
            "internal/%sCapabilities.java",
            "internal/%sChannel.java",
            "internal/%sEncoder.java",
            "internal/%sOperations.java",
            "internal/%sOptions.java",
            "internal/%sTemplateRules.java",
            "internal/%sWebhooks.java",
            "internal/package-info.java");
    private static final List<String> TESTS = List.of(
            "internal/%sCapabilitiesTest.java",
            "internal/%sContractTest.java",
            "internal/%sEncoderTest.java",
            "internal/%sSamples.java",
            "internal/%sTemplateRulesTest.java",
            "internal/%sWebhooksTest.java");
    private static final int CONTRACT_LINES = 40;

    @Test
    void everyChannelHasTheSameFiles() {
        CHANNELS.forEach((module, name) -> {
            MAIN.forEach(file -> exists(module, "src/main/java", String.format(file, name)));
            TESTS.forEach(file -> exists(module, "src/test/java", String.format(file, name)));
            for (String file : List.of("src/main/java/module-info.java", "src/test/resources/logback-test.xml")) {
                Path path = HOUSE.resolve("channel-" + module).resolve(file);
                assertTrue(Files.exists(path), path::toString);
            }
        });
    }

    @Test
    void channelsWithATemplateApiHaveTheFilesForIt() {
        for (String module : List.of("whatsapp", "viber", "zalo")) {
            exists(module, "src/main/java", "internal/" + CHANNELS.get(module) + "Templates.java");
            exists(module, "src/test/java", "internal/" + CHANNELS.get(module) + "TemplatesTest.java");
        }
    }

    @Test
    void everyChannelJoinsTheContractInFewLines() throws IOException {
        for (Map.Entry<String, String> channel : CHANNELS.entrySet()) {
            Path contract = folder(channel.getKey(), "src/test/java")
                    .resolve("internal/" + channel.getValue() + "ContractTest.java");
            int lines = Files.readAllLines(contract).size();
            assertTrue(lines < CONTRACT_LINES, () -> contract + " has " + lines + " lines");
        }
    }

    @Test
    void everyTypeOfAChannelBearsItsName() throws IOException {
        for (Map.Entry<String, String> channel : CHANNELS.entrySet()) {
            try (Stream<Path> files =
                    Files.list(folder(channel.getKey(), "src/main/java/").resolve("internal"))) {
                assertEquals(
                        List.of("package-info.java"),
                        files.map(file -> file.getFileName().toString())
                                .filter(file -> !file.startsWith(channel.getValue()))
                                .toList());
            }
        }
    }

    private static void exists(String module, String root, String file) {
        Path path = folder(module, root).resolve(file);
        assertTrue(Files.exists(path), path::toString);
    }

    private static Path folder(String module, String root) {
        return HOUSE.resolve("channel-" + module).resolve(root).resolve("io/chatauth/channel/" + module);
    }
}
