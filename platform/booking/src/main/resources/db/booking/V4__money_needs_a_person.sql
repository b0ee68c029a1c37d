-- What only a person can decide about money; opened in the transaction in which it turns up.
CREATE TABLE money_case (
    id              bigint      PRIMARY KEY,
    kind            text        NOT NULL,
    booking         bigint      NOT NULL,
    payment         bigint      NOT NULL,
    amount_minor    bigint      NOT NULL,
    currency        text        NOT NULL,
    detail          text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    closed_by       bigint,
    -- What was done about it, and what whoever did it had to say.
    act             text,
    note            text
);
CREATE UNIQUE INDEX one_open_case ON money_case (payment, kind) WHERE closed_at IS NULL;
CREATE INDEX money_case_open ON money_case (id) WHERE closed_at IS NULL;

-- Bookings that were halted before this list was kept.
INSERT INTO money_case (id, kind, booking, payment, amount_minor, currency, detail, opened_at)
SELECT id, CASE WHEN refund IS NULL THEN 'second-guard' ELSE 'refund-refused' END, id, payment,
    face_minor + fee_minor, currency, 'halted before this list was kept', created_at
FROM orders WHERE step = 'halted';

-- Which seats were sold, not only how many; null for places in an area, and for older sales.
ALTER TABLE ledger_sale ADD COLUMN seats int[];
-- Sales that were compared and did not agree wait until all others were compared.
ALTER TABLE ledger_sale ADD COLUMN looked_at timestamptz;
CREATE INDEX ledger_sale_to_look_at ON ledger_sale (looked_at NULLS FIRST, sold_at)
    WHERE agreed_at IS NULL;
