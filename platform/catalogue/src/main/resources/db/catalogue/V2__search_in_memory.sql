-- Events are searched where they are, in the memory of each server (docs/decisions, 0010).
DROP INDEX event_search;
DROP INDEX event_price;
DROP INDEX event_agenda;
DROP INDEX venue_city;
ALTER TABLE event DROP COLUMN search;
