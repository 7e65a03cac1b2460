package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.ChatAuth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** Property files as operators write them. */
class PropertiesFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void properties(FuzzedDataProvider data) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(data.consumeRemainingAsBytes()));
        } catch (IOException | IllegalArgumentException noProperties) {
            return;
        }
        Bench.survive(() -> {
            try (ChatAuth chatAuth = Bench.chatAuth().properties(properties).build()) {
                Bench.check(chatAuth.limits() != null, "null was read");
            }
        });
    }
}
