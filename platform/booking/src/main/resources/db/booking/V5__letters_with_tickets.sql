-- Whether the link to the tickets and the calendar's file go with a letter; they are made when it leaves.
ALTER TABLE outbox ADD COLUMN enclosed boolean NOT NULL DEFAULT false;
