CREATE TABLE account (
    id         bigint PRIMARY KEY,
    email      text        NOT NULL UNIQUE, -- trimmed, lower case
    name       text        NOT NULL,
    role       text        NOT NULL,
    password   text        NOT NULL,        -- Argon2id in PHC form
    created_at timestamptz NOT NULL
);

-- A guest's session has no row until it is refreshed or ended: a guest is a signed token first.
CREATE TABLE session (
    id         bigint PRIMARY KEY,
    account    bigint      NOT NULL,
    generation integer     NOT NULL, -- of the refresh token that is good now
    begun_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz
);

CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires_at);
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

-- By a hash of the e-mail address, whether an account has it or not: nobody learns which.
CREATE TABLE wrong_password (
    email_hash    bytea PRIMARY KEY,
    failures      integer     NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);

CREATE INDEX wrong_password_last ON wrong_password (last_at);
