-- Letters about a change of an event: one for each change and recipient.
ALTER TABLE outbox ADD COLUMN change bigint;
CREATE UNIQUE INDEX outbox_of_change ON outbox (change, recipient);
