-- What the demo has made, so that it is made once, also when the first attempt was cut short.
CREATE TABLE made (
    key text PRIMARY KEY,
    id  text NOT NULL
);
