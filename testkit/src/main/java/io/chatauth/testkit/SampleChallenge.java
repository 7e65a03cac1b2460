package io.chatauth.testkit;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.FlowId;
import io.chatauth.Tenant;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes challenge records for tests: open, created at {@link #CREATED}, for five minutes, with five attempts and sends, no
 * look-ups, and one queued message that {@link #NODE} leased for a minute. Not safe for use by many threads.
 */
public final class SampleChallenge {
    /** When a sample was created, unless said otherwise. */
    public static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

    /** The node that leased a sample's first message. */
    public static final String NODE = "node-1";

    /** The channel of a sample. */
    public static final ChannelId CHANNEL = ChannelId.of("sample");

    /** For how long a sample's first message is leased. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final ChallengeId id;
    private Tenant tenant = Tenant.DEFAULT;
    private ChannelId channel = CHANNEL;
    private Instant createdAt = CREATED;
    private Duration timeToLive = TIME_TO_LIVE;
    private int maxAttempts = 5;
    private int maxSends = 5;
    private Optional<Duration> nextStep = Optional.empty();
    private String codeKeyId = "key-1";
    private String indexKeyId = "key-1";
    private String payloadKeyId = "key-1";
    private String recipientKey;
    private String subjectKey;
    private final List<String> lookups = new ArrayList<>();

    private SampleChallenge(ChallengeId id) {
        this.id = id;
        recipientKey = "recipient-of-" + id;
        subjectKey = "subject-of-" + id;
    }

    /**
     * Begins a challenge. Its recipient and subject keys are its own.
     *
     * @param id its id, 1 to 100 letters, digits, underscores or hyphens
     * @return a builder
     */
    public static SampleChallenge named(String id) {
        return new SampleChallenge(ChallengeId.of(id));
    }

    /**
     * Sets the tenant; without it, the default one.
     *
     * @param name the tenant
     * @return this builder
     */
    public SampleChallenge tenant(String name) {
        tenant = Tenant.of(name);
        return this;
    }

    /**
     * Sets the channel; without it, {@link #CHANNEL}.
     *
     * @param name the channel
     * @return this builder
     */
    public SampleChallenge channel(String name) {
        channel = ChannelId.of(name);
        return this;
    }

    /**
     * Sets when it was created; without it, {@link #CREATED}.
     *
     * @param at the time, in whole milliseconds
     * @return this builder
     */
    public SampleChallenge createdAt(Instant at) {
        createdAt = Objects.requireNonNull(at, "at");
        return this;
    }

    /**
     * Sets how long it may be answered; without it, five minutes.
     *
     * @param duration the time to live, in whole milliseconds
     * @return this builder
     */
    public SampleChallenge timeToLive(Duration duration) {
        timeToLive = Objects.requireNonNull(duration, "duration");
        return this;
    }

    /**
     * Sets how many answers may be tried; without it, 5.
     *
     * @param attempts the attempts
     * @return this builder
     */
    public SampleChallenge maxAttempts(int attempts) {
        maxAttempts = attempts;
        return this;
    }

    /**
     * Sets how many messages may be made, the first included; without it, 5.
     *
     * @param sends the sends
     * @return this builder
     */
    public SampleChallenge maxSends(int sends) {
        maxSends = sends;
        return this;
    }

    /**
     * Gives it a next step; without it, there is none.
     *
     * @param wait how long after its creation
     * @return this builder
     */
    public SampleChallenge nextStep(Duration wait) {
        nextStep = Optional.of(wait);
        return this;
    }

    /**
     * Sets the keys it depends on; without them, all three are {@code key-1}.
     *
     * @param code the key of its secret
     * @param index the key of its look-up keys
     * @param payload the key of its payload
     * @return this builder
     */
    public SampleChallenge keys(String code, String index, String payload) {
        codeKeyId = Objects.requireNonNull(code, "code");
        indexKeyId = Objects.requireNonNull(index, "index");
        payloadKeyId = Objects.requireNonNull(payload, "payload");
        return this;
    }

    /**
     * Sets the opaque key of the recipient.
     *
     * @param key the key
     * @return this builder
     */
    public SampleChallenge recipient(String key) {
        recipientKey = Objects.requireNonNull(key, "key");
        return this;
    }

    /**
     * Sets the opaque key of the subject.
     *
     * @param key the key
     * @return this builder
     */
    public SampleChallenge subject(String key) {
        subjectKey = Objects.requireNonNull(key, "key");
        return this;
    }

    /**
     * Adds an opaque look-up key.
     *
     * @param key the key
     * @return this builder
     */
    public SampleChallenge lookup(String key) {
        lookups.add(Objects.requireNonNull(key, "key"));
        return this;
    }

    /**
     * Makes the record.
     *
     * @return an open challenge with its first message
     */
    public ChallengeRecord build() {
        MessageRecord first =
                MessageRecord.queued(messageId(id, 0), 0, 0, channel, createdAt, NODE, createdAt.plus(LEASE));
        byte[] sealed = ("sealed-" + id).getBytes(StandardCharsets.US_ASCII);
        return new ChallengeRecord(
                id,
                tenant,
                FlowId.of("verification-code"),
                channel,
                ChallengeState.OPEN,
                createdAt,
                createdAt.plus(timeToLive),
                Optional.empty(),
                0,
                maxAttempts,
                createdAt,
                1,
                maxSends,
                createdAt,
                nextStep.map(createdAt::plus),
                0,
                "c2FtcGxlLXNhbHQtMTIzNA",
                codeKeyId,
                indexKeyId,
                recipientKey,
                subjectKey,
                "purpose-of-" + id,
                lookups,
                Optional.of(SealedPayload.of(payloadKeyId, sealed)),
                Optional.empty(),
                false,
                List.of(first));
    }

    /**
     * Names a message of the first step.
     *
     * @param id the challenge
     * @param send the send, from 0
     * @return the message id
     */
    public static String messageId(ChallengeId id, int send) {
        return id + "-0-" + send;
    }
}
