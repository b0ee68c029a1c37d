package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.catalogue.Catalogue;
import org.jdbi.v3.core.Jdbi;

/** What a booking needs on the side of places. */
record Saling(Jdbi database, LedgerClient ledger, Catalogue catalogue, HoldDesk desk) {}
