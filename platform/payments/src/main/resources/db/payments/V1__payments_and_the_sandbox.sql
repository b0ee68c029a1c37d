-- What was asked of a provider and what it said. No card data: a token is the provider's own word
-- for a card, and is forgotten once the provider has taken the charge.
CREATE TABLE payment (
    id              bigint      PRIMARY KEY,
    -- What is being paid for: the booking's id.
    reference       bigint      NOT NULL,
    provider        text        NOT NULL,
    amount_minor    bigint      NOT NULL CHECK (amount_minor >= 0),
    currency        text        NOT NULL,
    token           text,
    return_path     text        NOT NULL,
    status          text        NOT NULL
        CHECK (status IN ('created', 'pending', 'action', 'failed', 'succeeded')),
    provider_reference text,
    failure_code    text,
    action_url      text,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    -- When the provider is asked again; null when there is nothing to ask.
    check_at        timestamptz,
    checks          int         NOT NULL DEFAULT 0
);
CREATE INDEX payment_to_check ON payment (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX payment_of ON payment (reference);

CREATE TABLE refund (
    id              bigint      PRIMARY KEY,
    payment         bigint      NOT NULL REFERENCES payment,
    amount_minor    bigint      NOT NULL CHECK (amount_minor >= 0),
    status          text        NOT NULL CHECK (status IN ('requested', 'succeeded', 'failed')),
    failure_code    text,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz
);
CREATE INDEX refund_of ON refund (payment);

-- Each message of a provider has its effect once.
CREATE TABLE webhook_seen (
    provider        text        NOT NULL,
    event           text        NOT NULL,
    seen_at         timestamptz NOT NULL,
    PRIMARY KEY (provider, event)
);

-- The sandbox provider's own memory: a real provider would keep this on its side.
CREATE TABLE sandbox_charge (
    key             text        PRIMARY KEY,
    reference       text        NOT NULL UNIQUE,
    amount_minor    bigint      NOT NULL,
    currency        text        NOT NULL,
    token           text        NOT NULL,
    return_path     text        NOT NULL,
    status          text        NOT NULL
        CHECK (status IN ('processing', 'action', 'failed', 'succeeded')),
    failure_code    text,
    event           text        NOT NULL,
    -- When the outcome is due and its webhook goes out; null while the buyer must act first.
    fires_at        timestamptz,
    deliveries_left int         NOT NULL
);
CREATE INDEX sandbox_charge_due ON sandbox_charge (fires_at) WHERE deliveries_left > 0;

CREATE TABLE sandbox_refund (
    key             text        PRIMARY KEY,
    charge          text        NOT NULL REFERENCES sandbox_charge,
    amount_minor    bigint      NOT NULL
);

CREATE TABLE sandbox_secret (
    only_one        boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    secret          bytea       NOT NULL
);
