-- What is due in two lanes: work, and questions whether a provider has said something. Thousands
-- of the second never stand before the first.
DROP INDEX orders_due;
CREATE INDEX orders_due_work ON orders (due_at)
    WHERE due_at IS NOT NULL AND step NOT IN ('await_payment', 'await_late_payment');
CREATE INDEX orders_due_questions ON orders (due_at)
    WHERE due_at IS NOT NULL AND step IN ('await_payment', 'await_late_payment');
-- The end of patience with a payment is work, too.
CREATE INDEX orders_to_expire ON orders (pay_until) WHERE step = 'await_payment';

-- How often the step has failed since the last that did not, and why.
ALTER TABLE orders ADD COLUMN tries int NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN failure text;
CREATE INDEX orders_in_trouble ON orders (tries) WHERE tries >= 5;

-- What a cancelled event has still to give back, without those that are over.
CREATE INDEX orders_standing ON orders (event, id) WHERE status IN ('pending_payment', 'confirmed');

-- Cancelled events with nothing left to give back: since when, and whether that is final.
CREATE TABLE called_off (
    event           bigint      PRIMARY KEY,
    empty_since     timestamptz NOT NULL
);
