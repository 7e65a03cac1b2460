-- Version 1 of ChatAuth's tables for PostgreSQL 12 or later.
-- All times are microseconds since 1970-01-01T00:00:00Z. Keys are opaque, the payload is sealed, and no secret is kept.

CREATE TABLE chatauth_challenge (
    id              text    PRIMARY KEY,
    tenant          text    NOT NULL,
    flow            text    NOT NULL,
    channel         text    NOT NULL,
    state           text    NOT NULL,
    created_at      bigint  NOT NULL,
    expires_at      bigint  NOT NULL,
    ended_at        bigint,
    attempts        integer NOT NULL,
    max_attempts    integer NOT NULL,
    next_attempt_at bigint  NOT NULL,
    sends           integer NOT NULL,
    max_sends       integer NOT NULL,
    next_send_at    bigint  NOT NULL,
    next_step_at    bigint,
    generation      integer NOT NULL,
    salt            text    NOT NULL,
    code_key        text    NOT NULL,
    index_key       text    NOT NULL,
    recipient_key   text    NOT NULL,
    subject_key     text    NOT NULL,
    purpose_key     text    NOT NULL,
    -- A JSON array; the table below holds the same keys, so that each is taken once.
    lookups         text    NOT NULL,
    payload         bytea,
    payload_key     text,
    assurance       text,
    handed_out      boolean NOT NULL,
    -- A JSON object by message id. In the row, so that one statement decides over a challenge and its messages.
    messages        jsonb   NOT NULL,
    -- Who wrote last: tells a caller whose connection broke whether the write was its own.
    writer          bigint  NOT NULL,
    -- When work on an open challenge can be claimed; null once it ended.
    lease_due       bigint,
    step_due        bigint,
    expiry_due      bigint,
    -- What lies before it may be purged: expires_at while open, then ended_at.
    purge_at        bigint  NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX chatauth_challenge_recipient ON chatauth_challenge (recipient_key, channel, created_at DESC)
    WHERE state = 'OPEN';
CREATE INDEX chatauth_challenge_subject ON chatauth_challenge (subject_key, created_at DESC)
    WHERE state = 'OPEN';
CREATE INDEX chatauth_challenge_key ON chatauth_challenge (code_key, created_at DESC) INCLUDE (index_key, payload_key)
    WHERE state = 'OPEN';
CREATE INDEX chatauth_challenge_lease ON chatauth_challenge (lease_due) WHERE lease_due IS NOT NULL;
CREATE INDEX chatauth_challenge_step ON chatauth_challenge (step_due) WHERE step_due IS NOT NULL;
CREATE INDEX chatauth_challenge_expiry ON chatauth_challenge (expiry_due) WHERE expiry_due IS NOT NULL;
CREATE INDEX chatauth_challenge_purge ON chatauth_challenge (purge_at);

CREATE TABLE chatauth_lookup (
    lookup       text PRIMARY KEY,
    challenge_id text NOT NULL
);

CREATE INDEX chatauth_lookup_challenge ON chatauth_lookup (challenge_id);

CREATE TABLE chatauth_value (
    key        text   COLLATE "C" PRIMARY KEY,
    value      text   NOT NULL,
    written_at bigint NOT NULL,
    ends_at    bigint NOT NULL,
    writer     bigint NOT NULL
);

CREATE INDEX chatauth_value_ends ON chatauth_value (ends_at);

CREATE TABLE chatauth_counter (
    key     text   COLLATE "C" PRIMARY KEY,
    count   bigint NOT NULL,
    ends_at bigint NOT NULL
);

CREATE INDEX chatauth_counter_ends ON chatauth_counter (ends_at);

-- Adds to all counters, or to none: then it tells the first one in the way, from 1, and when its window ends. The locks are
-- taken in one order, so that no two calls wait for each other; a refusal writes nothing. The time is given by tests only.
CREATE FUNCTION chatauth_add(keys text[], windows bigint[], limits bigint[], amount bigint, at bigint,
                             OUT refused integer, OUT free_at bigint)
LANGUAGE plpgsql AS $$
DECLARE
    now_at  bigint;
    lock_id bigint;
    counted bigint;
    ends    bigint;
BEGIN
    FOR lock_id IN SELECT DISTINCT hashtextextended('chatauth:' || k, 0) FROM unnest(keys) AS k ORDER BY 1 LOOP
        PERFORM pg_advisory_xact_lock(lock_id);
    END LOOP;
    now_at := coalesce(at, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    FOR i IN 1 .. cardinality(keys) LOOP
        SELECT c.count, c.ends_at INTO counted, ends FROM chatauth_counter c WHERE c.key = keys[i] AND c.ends_at > now_at;
        IF NOT FOUND THEN
            counted := 0;
            ends := now_at + windows[i];
        END IF;
        IF amount > limits[i] - counted THEN
            refused := i;
            free_at := ends;
            RETURN;
        END IF;
    END LOOP;
    INSERT INTO chatauth_counter AS c (key, count, ends_at)
        SELECT u.k, amount, now_at + u.w FROM unnest(keys, windows) AS u(k, w) ORDER BY u.k COLLATE "C"
        ON CONFLICT (key) DO UPDATE SET
            count = CASE WHEN c.ends_at > now_at THEN c.count + amount ELSE amount END,
            ends_at = CASE WHEN c.ends_at > now_at THEN c.ends_at ELSE excluded.ends_at END;
END
$$;
