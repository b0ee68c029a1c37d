-- One row a booking. The step says what is to be done next; a job picks up what a crash left.
CREATE TABLE orders (
    id              bigint      PRIMARY KEY,
    event           bigint      NOT NULL,
    organiser       bigint      NOT NULL,
    buyer           bigint      NOT NULL,
    buyer_email     text        NOT NULL,
    buyer_name      text        NOT NULL,
    -- The hold that is paid for, later the sale; another one after a payment that came too late.
    hold_high       bigint      NOT NULL,
    hold_low        bigint      NOT NULL,
    attempt         int         NOT NULL DEFAULT 0,
    -- A seated booking has lines with seats, one in an area has neither.
    area            int,
    quantity        int         NOT NULL CHECK (quantity >= 1),
    currency        text        NOT NULL,
    face_minor      bigint      NOT NULL CHECK (face_minor >= 0),
    fee_minor       bigint      NOT NULL CHECK (fee_minor >= 0),
    payment         bigint      NOT NULL UNIQUE,
    refund          bigint,
    status          text        NOT NULL CHECK (status IN ('pending_payment', 'confirmed',
        'payment_failed', 'expired', 'cancelled', 'refunded', 'partially_refunded')),
    step            text        NOT NULL CHECK (step IN ('pin', 'charge', 'await_payment', 'sell',
        'hold_again', 'issue', 'unpin', 'release', 'await_late_payment', 'give_back',
        'refund', 'halted', 'done')),
    -- Grows with every change: of two that work on a row, one wins.
    version         int         NOT NULL DEFAULT 0,
    -- When the job takes the row up; null when there is nothing to do.
    due_at          timestamptz,
    created_at      timestamptz NOT NULL,
    pay_until       timestamptz,
    ended_at        timestamptz,
    -- When it was seen to agree with the ledger's sale.
    agreed_at       timestamptz
);
CREATE INDEX orders_to_compare ON orders (ended_at)
    WHERE status = 'confirmed' AND agreed_at IS NULL;
CREATE INDEX orders_by_hold ON orders (hold_high, hold_low);
CREATE INDEX orders_due ON orders (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX orders_of_buyer ON orders (buyer, id);
CREATE INDEX orders_of_event ON orders (event, id);
-- A hold is paid for by one booking at a time; a failed one makes room for the next card.
CREATE UNIQUE INDEX one_live_order_per_hold ON orders (hold_high, hold_low)
    WHERE status IN ('pending_payment', 'confirmed');

-- What was bought, with its price as the buyer was told.
CREATE TABLE order_line (
    booking         bigint      NOT NULL REFERENCES orders,
    line            int         NOT NULL CHECK (line >= 1),
    seat            int,
    seat_id         text,
    section         text        NOT NULL,
    seat_row        text,
    seat_number     text,
    zone            text        NOT NULL,
    face_minor      bigint      NOT NULL,
    fee_minor       bigint      NOT NULL,
    PRIMARY KEY (booking, line)
);

-- Mail to be sent; the same transaction that makes it true writes it down.
CREATE TABLE outbox (
    id              bigint      PRIMARY KEY,
    booking         bigint      NOT NULL REFERENCES orders,
    recipient       text        NOT NULL,
    subject         text        NOT NULL,
    body            text        NOT NULL,
    created_at      timestamptz NOT NULL,
    send_at         timestamptz,
    attempts        int         NOT NULL DEFAULT 0
);
CREATE INDEX outbox_to_send ON outbox (send_at) WHERE send_at IS NOT NULL;

-- The ledger's sales as its feed tells them, to be compared with the orders.
CREATE TABLE ledger_sale (
    event           bigint      NOT NULL,
    hold_high       bigint      NOT NULL,
    hold_low        bigint      NOT NULL,
    buyer           bigint      NOT NULL,
    places          int         NOT NULL,
    sold_at         timestamptz NOT NULL,
    -- When it was seen to agree with an order and its tickets; null while it is not known to.
    agreed_at       timestamptz,
    PRIMARY KEY (event, hold_high, hold_low)
);
CREATE INDEX ledger_sale_open ON ledger_sale (sold_at) WHERE agreed_at IS NULL;

-- Sales that stand still because the second guard tripped, until an operator has looked.
CREATE TABLE stopped_sale (
    event           bigint      PRIMARY KEY,
    booking         bigint      NOT NULL,
    reason          text        NOT NULL,
    stopped_at      timestamptz NOT NULL
);

-- From this position on the feed has every hold that was live when it was written.
CREATE TABLE hold_watermark (
    only_one        boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    position        bigint      NOT NULL
);
