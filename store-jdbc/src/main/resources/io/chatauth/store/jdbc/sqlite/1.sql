-- Version 1 of ChatAuth's tables for SQLite.
-- All times are microseconds since 1970-01-01T00:00:00Z. Keys are opaque, the payload is sealed, and no secret is kept.

CREATE TABLE chatauth_challenge (
    id              text    PRIMARY KEY,
    tenant          text    NOT NULL,
    flow            text    NOT NULL,
    channel         text    NOT NULL,
    state           text    NOT NULL,
    created_at      integer NOT NULL,
    expires_at      integer NOT NULL,
    ended_at        integer,
    attempts        integer NOT NULL,
    max_attempts    integer NOT NULL,
    next_attempt_at integer NOT NULL,
    sends           integer NOT NULL,
    max_sends       integer NOT NULL,
    next_send_at    integer NOT NULL,
    next_step_at    integer,
    generation      integer NOT NULL,
    salt            text    NOT NULL,
    code_key        text    NOT NULL,
    index_key       text    NOT NULL,
    recipient_key   text    NOT NULL,
    subject_key     text    NOT NULL,
    purpose_key     text    NOT NULL,
    -- A JSON array; the table below holds the same keys, so that each is taken once.
    lookups         text    NOT NULL,
    payload         blob,
    payload_key     text,
    assurance       text,
    handed_out      integer NOT NULL,
    -- A JSON object by message id. In the row, so that one statement decides over a challenge and its messages.
    messages        text    NOT NULL,
    -- Who wrote last: tells a caller whose connection broke whether the write was its own.
    writer          integer NOT NULL,
    -- When work on an open challenge can be claimed; null once it ended.
    lease_due       integer,
    step_due        integer,
    expiry_due      integer,
    -- What lies before it may be purged: expires_at while open, then ended_at.
    purge_at        integer NOT NULL
);

CREATE INDEX chatauth_challenge_recipient ON chatauth_challenge (recipient_key, channel, created_at DESC)
    WHERE state = 'OPEN';
CREATE INDEX chatauth_challenge_subject ON chatauth_challenge (subject_key, created_at DESC)
    WHERE state = 'OPEN';
CREATE INDEX chatauth_challenge_key ON chatauth_challenge (code_key, created_at DESC, index_key, payload_key)
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
    key        text   PRIMARY KEY,
    value      text   NOT NULL,
    written_at integer NOT NULL,
    ends_at    integer NOT NULL,
    writer     integer NOT NULL
);

CREATE INDEX chatauth_value_ends ON chatauth_value (ends_at);

CREATE TABLE chatauth_counter (
    key     text   PRIMARY KEY,
    count   integer NOT NULL,
    ends_at integer NOT NULL
);

CREATE INDEX chatauth_counter_ends ON chatauth_counter (ends_at);
