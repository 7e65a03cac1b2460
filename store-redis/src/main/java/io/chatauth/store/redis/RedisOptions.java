package io.chatauth.store.redis;

import io.chatauth.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link RedisStore} keeps things, and how it reaches its server. Immutable: each method gives a changed copy. What is about
 * the connection ({@link #user}, {@link #password}, {@link #tls}, {@link #timeout}, {@link #connections}, {@link #waitReplicas})
 * counts for {@link RedisStore#connect} only; a client that is given has its own.
 */
public final class RedisOptions {
    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final RedisOptions DEFAULTS = new RedisOptions();

    private String namespace = "chatauth";
    private Duration retention = Duration.ofDays(7);
    private @Nullable String user;
    private @Nullable Secret password;
    private @Nullable SSLContext tls;
    private Duration timeout = Duration.ofSeconds(2);
    private int connections = 16;
    private int replicas;
    private Duration replicaWait = Duration.ofSeconds(1);

    private RedisOptions() {}

    private RedisOptions(RedisOptions of) {
        namespace = of.namespace;
        retention = of.retention;
        user = of.user;
        password = of.password;
        tls = of.tls;
        timeout = of.timeout;
        connections = of.connections;
        replicas = of.replicas;
        replicaWait = of.replicaWait;
    }

    /**
     * Gives the defaults: namespace {@code chatauth}, retention 7 days, no user or password, 16 connections, 2 seconds.
     *
     * @return the options
     */
    public static RedisOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets what all names begin with, as the hash tag: {@code {chatauth}:…}. Stores of one namespace share all they keep.
     *
     * @param name 1 to 40 of {@code a-z}, {@code 0-9} and {@code -}
     * @return changed options
     * @throws IllegalArgumentException if it has other characters
     */
    public RedisOptions namespace(String name) {
        if (!NAMESPACE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the namespace '" + name + "' must have 1 to 40 of a-z, 0-9 and hyphens");
        }
        RedisOptions changed = new RedisOptions(this);
        changed.namespace = name;
        return changed;
    }

    /**
     * Sets how long Redis keeps a challenge beyond its time to live, whatever nobody purges. It must be longer than ChatAuth's own
     * {@code chatauth.retention}, or ended challenges are forgotten sooner than that says.
     *
     * @param duration more than zero
     * @return changed options
     * @throws IllegalArgumentException if it is not
     */
    public RedisOptions retention(Duration duration) {
        RedisOptions changed = new RedisOptions(this);
        changed.retention = positive("retention", duration);
        return changed;
    }

    /**
     * Sets the user of the server's access lists.
     *
     * @param name the user
     * @return changed options
     */
    public RedisOptions user(String name) {
        RedisOptions changed = new RedisOptions(this);
        changed.user = Objects.requireNonNull(name, "name");
        return changed;
    }

    /**
     * Sets the password.
     *
     * @param secret the password
     * @return changed options
     */
    public RedisOptions password(Secret secret) {
        RedisOptions changed = new RedisOptions(this);
        changed.password = Objects.requireNonNull(secret, "secret");
        return changed;
    }

    /**
     * Sets whom to trust, and who we are, with {@code rediss://}; without it, what this Java trusts. In both cases the
     * certificate must name the host.
     *
     * @param context the context
     * @return changed options
     */
    public RedisOptions tls(SSLContext context) {
        RedisOptions changed = new RedisOptions(this);
        changed.tls = Objects.requireNonNull(context, "context");
        return changed;
    }

    /**
     * Sets how long to wait for a connection, and for an answer.
     *
     * @param duration more than zero, at most an hour
     * @return changed options
     * @throws IllegalArgumentException if it is not
     */
    public RedisOptions timeout(Duration duration) {
        RedisOptions changed = new RedisOptions(this);
        changed.timeout = positive("timeout", duration);
        if (duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the timeout is " + duration + ", expected at most an hour");
        }
        return changed;
    }

    /**
     * Sets how many connections are kept; a call that finds none free waits for one, as long as {@link #timeout} says.
     *
     * @param count 1 or more
     * @return changed options
     * @throws IllegalArgumentException if it is less
     */
    public RedisOptions connections(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of connections is " + count + ", expected 1 or more");
        }
        RedisOptions changed = new RedisOptions(this);
        changed.connections = count;
        return changed;
    }

    /**
     * Acknowledges a write only when so many replicas have it ({@code WAIT}, in the same round trip). If fewer have it in time,
     * the write throws a {@link io.chatauth.StoreException}; it was done on the primary then. This makes a failover lose less,
     * not nothing: a replica has it in memory, and the one that is promoted may be another.
     *
     * @param count how many replicas, 1 or more
     * @param wait how long, more than zero and less than the timeout
     * @return changed options
     * @throws IllegalArgumentException if it is out of range
     */
    public RedisOptions waitReplicas(int count, Duration wait) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of replicas is " + count + ", expected 1 or more");
        }
        RedisOptions changed = new RedisOptions(this);
        changed.replicas = count;
        changed.replicaWait = positive("wait for replicas", wait);
        return changed;
    }

    private static Duration positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the " + what + " is " + duration + ", expected more than zero");
        }
        return duration;
    }

    String root() {
        return "{" + namespace + "}:";
    }

    Duration retention() {
        return retention;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    Optional<SSLContext> tls() {
        return Optional.ofNullable(tls);
    }

    Duration timeout() {
        return timeout;
    }

    int connections() {
        return connections;
    }

    int replicas() {
        return replicas;
    }

    Duration replicaWait() {
        return replicaWait;
    }

    /**
     * Says what is set, without user and password.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "RedisOptions[namespace=" + namespace + ", retention=" + retention + ", timeout=" + timeout
                + ", connections=" + connections + ", waitReplicas=" + replicas + "]";
    }
}
