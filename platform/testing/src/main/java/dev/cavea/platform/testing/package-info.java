/** Real parts for tests: a PostgreSQL and a ledger, started by the test that needs them. */
@NullMarked
package dev.cavea.platform.testing;

import org.jspecify.annotations.NullMarked;
