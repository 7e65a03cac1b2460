package io.chatauth.store.redis;

import io.chatauth.store.ChallengeStore;
import io.chatauth.testkit.ChallengeStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class RedisChallengesTest extends ChallengeStoreContract {
    private final List<RedisStore> opened = new ArrayList<>();
    private RedisOptions options;

    @Override
    protected ChallengeStore newStore() {
        options = Servers.ownNamespace();
        return open();
    }

    @Override
    protected ChallengeStore otherNode(ChallengeStore first) {
        return open();
    }

    private RedisStore open() {
        RedisStore store = RedisStore.connect(Servers.shared(), options);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(RedisStore::close);
    }
}
