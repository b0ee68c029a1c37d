-- What a guest bought is seen and managed by the account that has adopted the guest.
CREATE TABLE adoption (
    guest      bigint PRIMARY KEY,
    account    bigint      NOT NULL,
    adopted_at timestamptz NOT NULL
);

CREATE INDEX adoption_account ON adoption (account);
