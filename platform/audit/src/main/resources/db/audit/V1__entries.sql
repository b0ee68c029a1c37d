-- Who did what, to what, from where. Nothing here is changed; what is old goes, nothing else does.
CREATE TABLE entry (
    id           bigint      PRIMARY KEY,  -- sorts by age
    at           timestamptz NOT NULL,
    account      bigint,                   -- null for somebody who is not logged in
    role         text,
    act          text        NOT NULL,
    subject_type text        NOT NULL,
    subject      text        NOT NULL,     -- an id as it is shown
    address      text,                     -- null for what no request caused
    before       jsonb,
    after        jsonb
);

CREATE INDEX entry_at ON entry (at);
CREATE INDEX entry_account ON entry (account, id) WHERE account IS NOT NULL;
CREATE INDEX entry_act ON entry (act, id);
CREATE INDEX entry_subject ON entry (subject, id);

CREATE FUNCTION keep_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('audit.forgetting', true) = 'on' THEN
        RETURN old;
    END IF;
    RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION keep_entries();
CREATE TRIGGER entries_stay_all BEFORE TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION keep_entries();
