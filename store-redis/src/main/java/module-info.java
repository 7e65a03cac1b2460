/** ChatAuth's store for many machines in Redis. */
module io.chatauth.store.redis {
    requires transitive io.chatauth.core;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires transitive redis.clients.jedis;

    exports io.chatauth.store.redis;
}
