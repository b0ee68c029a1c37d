CREATE TABLE ticket (
    id          bigint      PRIMARY KEY,
    event       bigint      NOT NULL,
    -- The booking that it was issued for, and its number within it.
    booking     bigint      NOT NULL,
    serial      int         NOT NULL CHECK (serial >= 1),
    -- The account that may show it.
    owner       bigint      NOT NULL,
    holder_name text        NOT NULL,
    -- A seat of the plan, or a place in an area.
    seat        int,
    seat_id     text,
    section     text        NOT NULL,
    seat_row    text,
    seat_number text,
    zone        text        NOT NULL,
    -- What its code carries: a code with an older number is worth nothing.
    version     int         NOT NULL DEFAULT 1,
    status      text        NOT NULL CHECK (status IN ('valid', 'void')),
    issued_at   timestamptz NOT NULL,
    voided_at   timestamptz,
    UNIQUE (booking, serial),
    CHECK ((seat IS NULL) = (seat_id IS NULL))
);

-- The second guard: whatever the ledger says, a seat has one ticket in force.
CREATE UNIQUE INDEX one_ticket_in_force_per_seat ON ticket (event, seat) WHERE status <> 'void';
CREATE INDEX ticket_of_event ON ticket (event);
