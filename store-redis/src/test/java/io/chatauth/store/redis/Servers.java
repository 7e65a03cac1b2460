package io.chatauth.store.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPooled;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.core.RedisServerBuilder;

/**
 * Real servers, bound to loopback: the one that {@code REDIS_SERVER} names, else that of the tests' own jar. One without a disk is
 * shared by all tests of this JVM, and ends with it.
 */
final class Servers {
    private Servers() {}

    private static final class Holder {
        static final int PORT = freePort();

        static {
            RedisServer server = start(PORT, null);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        }
    }

    static URI shared() {
        return uri(Holder.PORT);
    }

    static URI uri(int port) {
        return URI.create("redis://127.0.0.1:" + port);
    }

    static RedisOptions ownNamespace() {
        return RedisOptions.defaults().namespace(UUID.randomUUID().toString()).connections(60);
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one; with a folder it flushes each write to the disk there, without one it keeps nothing. */
    static RedisServer start(int port, Path folder, String... settings) {
        try {
            RedisServerBuilder builder =
                    RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
            String own = System.getenv("REDIS_SERVER");
            if (own != null && !own.isEmpty()) {
                builder.executableProvider(server(own));
            }
            if (folder != null) {
                builder.setting("appendonly yes").setting("appendfsync always").setting("dir " + folder);
            }
            for (String setting : settings) {
                builder.setting(setting);
            }
            RedisServer server = builder.build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutableProvider server(String path) {
        return () -> Path.of(path).toFile();
    }

    static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many scripts a server was asked to run so far; their own commands are none. */
    static long calls(JedisPooled server) {
        long calls = 0;
        for (String line : server.info("commandstats").split("\r\n")) {
            if (line.startsWith("cmdstat_eval")) {
                calls += Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1"));
            }
        }
        return calls;
    }

    /** SIGKILL. */
    static void kill(int port) {
        try (Jedis client = new Jedis("127.0.0.1", port)) {
            long pid = Long.parseLong(client.info("server").replaceAll("(?s).*process_id:(\\d+).*", "$1"));
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
