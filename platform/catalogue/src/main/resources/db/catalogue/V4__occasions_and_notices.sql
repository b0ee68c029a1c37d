-- How long it lasts; and the state that calendars know of it.
ALTER TABLE event
    ADD COLUMN ends_at    timestamptz,          -- null: the organiser did not say
    ADD COLUMN sequence   integer NOT NULL DEFAULT 0,
    ADD COLUMN changed_at timestamptz;          -- when the sequence last grew
UPDATE event SET changed_at = created_at;
ALTER TABLE event ALTER COLUMN changed_at SET NOT NULL;

-- What those who have tickets must hear of, until it was told. Written with the change itself.
CREATE TABLE event_notice (
    id         bigint PRIMARY KEY,
    event      bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    old_start  timestamptz NOT NULL,
    old_venue  text,
    old_zone   text        NOT NULL,            -- IANA
    new_start  timestamptz NOT NULL,
    new_venue  text,
    new_zone   text        NOT NULL,
    told_at    timestamptz
);
CREATE INDEX event_notice_untold ON event_notice (id) WHERE told_at IS NULL;
