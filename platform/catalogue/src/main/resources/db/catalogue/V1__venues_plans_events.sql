-- Trigrams, for a search that forgives typing errors. Public, as every database that has it keeps it there.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE venue (
    id         bigint PRIMARY KEY,
    name       text        NOT NULL,
    city       text        NOT NULL,
    country    text,                      -- ISO 3166-1, two letters
    address    text,
    lat        double precision,
    lon        double precision,
    time_zone  text,                      -- IANA
    created_by bigint      NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE plan (
    digest     text PRIMARY KEY,          -- SHA-256 of the document, in hex
    name       text        NOT NULL,
    seats      integer     NOT NULL,
    places     bigint      NOT NULL,      -- of general-admission areas
    document   bytea       NOT NULL,      -- cavea-plan/1, gzip
    created_by bigint      NOT NULL,
    created_at timestamptz NOT NULL
);

-- Compressed already: no second attempt at it.
ALTER TABLE plan ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE INDEX plan_age ON plan (created_at DESC, digest);

CREATE TABLE event (
    id          bigint PRIMARY KEY,       -- the ledger's house number, too
    organiser   bigint      NOT NULL,
    status      text        NOT NULL CHECK (status IN ('draft', 'opening', 'published', 'cancelled')),
    name        text        NOT NULL,
    description text,
    category    text        NOT NULL,
    venue       bigint REFERENCES venue (id),
    plan        text REFERENCES plan (digest),
    starts_at   timestamptz NOT NULL,
    prices      jsonb       NOT NULL,     -- as given: [{zone or "*", amountMinor, feeMinor, currency}]
    price_from  bigint,                   -- the lowest with its fee; null until plan and prices are there
    rules       jsonb       NOT NULL,
    channels    jsonb       NOT NULL,
    search      text        NOT NULL,     -- plain lower case: name, venue, city, category
    task        text CHECK (task IN ('open', 'rules', 'close')), -- what the ledger has yet to be told
    task_at     timestamptz,
    revision    bigint      NOT NULL,     -- one more with every change
    created_at  timestamptz NOT NULL,
    CHECK (status = 'draft' OR plan IS NOT NULL)
);

CREATE INDEX event_agenda ON event (starts_at, id) WHERE status = 'published';
CREATE INDEX event_search ON event USING gin (search gin_trgm_ops) WHERE status = 'published';
CREATE INDEX event_price ON event (price_from, id) WHERE status = 'published';
CREATE INDEX event_organiser ON event (organiser, id);
CREATE INDEX event_task ON event (task_at) WHERE task IS NOT NULL;
CREATE INDEX venue_city ON venue (lower(city));

-- Every server keeps the published events in memory and hears of changes once they are committed.
CREATE FUNCTION tell_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('cavea_event', coalesce(new.id, old.id)::text);
    RETURN NULL;
END $$;

CREATE TRIGGER event_changed AFTER INSERT OR UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION tell_of_event();
