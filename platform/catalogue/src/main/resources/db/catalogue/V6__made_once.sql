-- What a repetition of the request that made an event makes again, and nothing else does: without it
-- a request whose answer a crash took would make a second event.
ALTER TABLE event ADD COLUMN made_under uuid UNIQUE;
