-- Which life of which server works on a row: what one has begun that has ended is taken over at
-- once. Null for answers that were kept when they were given.
ALTER TABLE answer ADD COLUMN begun_by uuid;
