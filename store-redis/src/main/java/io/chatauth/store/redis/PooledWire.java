package io.chatauth.store.redis;

import io.chatauth.StoreException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A pool of connections of its own. */
final class PooledWire implements Wire {
    private static final int PORT = 6379;

    private final JedisPooled client;
    private final String name;
    private final RedisOptions options;

    PooledWire(URI uri, RedisOptions options) {
        boolean tls = "rediss".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "redis".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "a Redis is reached at redis://host:port/database, or rediss:// for TLS; scheme and host of this address"
                            + " are " + uri.getScheme() + " and " + uri.getHost());
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the address of " + uri.getHost()
                    + " names a user or a password; give them as RedisOptions.user(…) and"
                    + " password(Secret), so that no log line shows them");
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        int database = database(uri);
        name = uri.getScheme() + "://" + uri.getHost() + ":" + port + "/" + database;
        this.options = options;
        client = new JedisPooled(
                pool(options.connections(), options.timeout()),
                new HostAndPort(uri.getHost(), port),
                client(options, database, tls));
    }

    private static int database(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        try {
            return path.isEmpty() ? 0 : Integer.parseUnsignedInt(path);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the database of " + uri.getHost() + " is '" + path + "', expected a number such as /0", e);
        }
    }

    private static ConnectionPoolConfig pool(int connections, Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(timeout);
        pool.setJmxEnabled(false);
        return pool;
    }

    private static DefaultJedisClientConfig client(RedisOptions options, int database, boolean tls) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) Millis.number(options.timeout()))
                .clientName("chatauth")
                .database(database);
        options.user().ifPresent(client::user);
        options.password().ifPresent(password -> client.password(password.reveal()));
        if (tls) {
            SSLParameters parameters = new SSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must name the host
            client.ssl(true).sslParameters(parameters);
            options.tls().ifPresent(context -> client.sslSocketFactory(context.getSocketFactory()));
        }
        return client.build();
    }

    @Override
    public @Nullable Object run(Script script, List<String> keys, List<String> args) {
        if (script.writes() && options.replicas() > 0) {
            return runAndWait(script, keys, args);
        }
        try {
            return client.evalsha(script.sha(), keys, args);
        } catch (JedisNoScriptException e) {
            return client.eval(script.text(), keys, args);
        }
    }

    /** WAIT counts for the connection that wrote, so both go out on one, together. */
    private @Nullable Object runAndWait(Script script, List<String> keys, List<String> args) {
        try {
            return sendAndWait(script, keys, args, true);
        } catch (JedisNoScriptException e) {
            return sendAndWait(script, keys, args, false);
        }
    }

    private @Nullable Object sendAndWait(Script script, List<String> keys, List<String> args, boolean known) {
        try (Pipeline pipeline = client.pipelined()) {
            Response<Object> result =
                    known ? pipeline.evalsha(script.sha(), keys, args) : pipeline.eval(script.text(), keys, args);
            Response<Long> replicas = pipeline.waitReplicas(options.replicas(), Millis.number(options.replicaWait()));
            pipeline.sync();
            Object answer = result.get();
            if (replicas.get() < options.replicas()) {
                throw new StoreException(
                        "a write reached " + replicas.get() + " of " + options.replicas() + " replicas within "
                                + options.replicaWait() + "; it was done on " + name + ", but a failover may lose it",
                        null);
            }
            return answer;
        }
    }

    @Override
    public void forget() {
        client.getPool().clear();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
