-- The sum of all refunds that are requested or made: bound here, whatever a provider would allow.
ALTER TABLE payment ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0;
UPDATE payment SET refunded_minor = least(amount_minor, (
    SELECT coalesce(sum(refund.amount_minor), 0) FROM refund
    WHERE refund.payment = payment.id AND refund.status <> 'failed'));
ALTER TABLE payment ADD CONSTRAINT never_more_back_than_paid
    CHECK (refunded_minor BETWEEN 0 AND amount_minor);

-- What the provider says that is not what was asked for; such a payment is never settled by it.
ALTER TABLE payment ADD COLUMN difference text;

-- When its owner has accounted for the money: sold for it, or given it back.
ALTER TABLE payment ADD COLUMN accounted_at timestamptz;
-- What cost nothing needs no account.
UPDATE payment SET accounted_at = created_at WHERE amount_minor = 0;
CREATE INDEX payment_to_account ON payment (id)
    WHERE status = 'succeeded' AND accounted_at IS NULL;

-- A charge whose answer was lost is asked about, also when nobody noted that it was lost, and so
-- are those that were given up; not all at once.
UPDATE payment SET check_at = now() + random() * interval '6 hours', checks = 0
    WHERE status IN ('created', 'pending', 'action') AND check_at IS NULL;

-- A refused refund that is tried again is another one to the provider.
ALTER TABLE refund ADD COLUMN attempt int NOT NULL DEFAULT 0;
-- The money went back another way than through the provider.
ALTER TABLE refund ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
