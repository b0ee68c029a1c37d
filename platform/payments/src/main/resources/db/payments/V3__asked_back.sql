-- Whether the buyer had to act at some time: of a hold's payments only one may, and keep its seats.
ALTER TABLE payment ADD COLUMN asked_back boolean NOT NULL DEFAULT false;
