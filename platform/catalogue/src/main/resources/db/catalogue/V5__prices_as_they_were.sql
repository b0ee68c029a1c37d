-- A hold is charged at the prices that were told when it was taken: its id names the version of
-- them, and this table keeps the versions that are no longer asked for.
ALTER TABLE event ADD COLUMN tariff integer NOT NULL DEFAULT 0;

CREATE TABLE tariff (
    event    bigint      NOT NULL REFERENCES event ON DELETE CASCADE,
    version  integer     NOT NULL,
    prices   jsonb       NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event, version)
);

-- Here, so that nobody can change a price and forget the old one.
CREATE FUNCTION keep_tariff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO catalogue.tariff (event, version, prices) VALUES (old.id, old.tariff, old.prices);
    new.tariff := old.tariff + 1;
    RETURN new;
END $$;

CREATE TRIGGER event_price_changed BEFORE UPDATE ON event
    FOR EACH ROW WHEN (old.prices IS DISTINCT FROM new.prices) EXECUTE FUNCTION keep_tariff();
