-- How far each consumer of the ledger's feed has come.
CREATE TABLE feed_position (
    consumer text PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0)
);
