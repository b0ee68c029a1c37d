/**
 * Runs the hot path before the first customer does, so that its code is compiled by then. It takes
 * seats of a house that exists only here: nothing of it is ever in the ledger or the database.
 */
@NullMarked
package dev.cavea.app.warm;

import org.jspecify.annotations.NullMarked;
