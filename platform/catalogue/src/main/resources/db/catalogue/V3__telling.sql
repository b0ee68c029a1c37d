-- Who tells the ledger of an event, and how often it was tried. Not in the event's own row, so
-- that trying is no change of the event that every server would have to hear of.
CREATE TABLE telling (
    event    bigint      PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    until    timestamptz NOT NULL, -- nobody else tries before this
    attempts integer     NOT NULL,
    failure  text                  -- of the last attempt
);
