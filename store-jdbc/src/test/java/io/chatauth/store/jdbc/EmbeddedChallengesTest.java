package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.testkit.ChallengeStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedChallengesTest extends ChallengeStoreContract {
    @TempDir
    Path folder;

    private final Opened opened = new Opened();

    @Override
    protected ChallengeStore newStore() {
        return opened.add(JdbcStore.embedded(folder.resolve("store.db")));
    }

    /** Another process of the same machine. */
    @Override
    protected ChallengeStore otherNode(ChallengeStore first) {
        return newStore();
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
