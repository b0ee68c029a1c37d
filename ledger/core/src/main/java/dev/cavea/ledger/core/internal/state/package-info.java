/**
 * What the ledger knows, in columns: houses, seats, holds, counts. Changes only by events. Must not
 * know which commands are allowed.
 */
@NullMarked
package dev.cavea.ledger.core.internal.state;

import org.jspecify.annotations.NullMarked;
