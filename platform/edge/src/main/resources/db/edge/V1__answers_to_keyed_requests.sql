-- What was answered to a request that carried an Idempotency-Key. The id is a hash of who, where and
-- the key; the answer is sealed with a key that only a repetition of the request can make again.
CREATE TABLE answer (
    id          uuid PRIMARY KEY,
    fingerprint uuid        NOT NULL, -- of the body, keyed
    begun_at    timestamptz NOT NULL,
    sealed      bytea                 -- null while the first request is under way
);

CREATE INDEX answer_begun ON answer (begun_at);
