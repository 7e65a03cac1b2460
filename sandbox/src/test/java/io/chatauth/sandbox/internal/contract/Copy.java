package io.chatauth.sandbox.internal.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The copy of Infobip's OpenAPI documents, where there is one. */
final class Copy {
    private Copy() {}

    /** Gives the directory, or skips the test and says why. */
    static Path directory() {
        String directory = System.getenv("INFOBIP_OPENAPI_DIR");
        assumeTrue(
                directory != null && !directory.isBlank(),
                "skipped: INFOBIP_OPENAPI_DIR names no copy of Infobip's OpenAPI documents");
        return Path.of(directory);
    }
}
