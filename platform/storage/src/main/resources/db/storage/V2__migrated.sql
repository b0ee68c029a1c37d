-- What the last start found applied, so that the next one need not look at every schema.
CREATE TABLE migrated (
    modules text PRIMARY KEY,
    fingerprint text NOT NULL
);
