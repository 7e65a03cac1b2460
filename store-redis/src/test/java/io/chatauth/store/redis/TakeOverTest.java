package io.chatauth.store.redis;

import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.TakeOver;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** What a node had queued is sent by another when it is killed, and not before: 10,000 messages in full. */
class TakeOverTest {
    @Test
    void onRedis() throws Exception {
        String namespace = UUID.randomUUID().toString();
        String where = Servers.shared().toString();
        int messages = Proof.scaled(10_000);
        long before = memory();
        try (RedisStore store =
                RedisStore.connect(Servers.shared(), RedisOptions.defaults().namespace(namespace))) {
            String shown = TakeOver.prove(
                    store,
                    store,
                    messages,
                    (baseUrl, count) ->
                            new OtherJvm(StoreWorker.class, where, namespace, "queue", baseUrl, String.valueOf(count)));
            System.out.println("proof: " + shown);
        }
        System.out.println(
                "proof: " + messages + " codes were sent; Redis takes " + (memory() - before) + " bytes more");
    }

    private static long memory() {
        try (JedisPooled server = new JedisPooled(Servers.shared())) {
            return Long.parseLong(server.info("memory").replaceAll("(?s).*used_memory:(\\d+).*", "$1"));
        }
    }
}
