package dev.cavea.ledger.broken.ledger_speaks_neither_http_nor_sql;

import javax.sql.DataSource;

/** Breaks the boundary on purpose: the rule must catch it. */
record Breaks(DataSource forbidden) {}
