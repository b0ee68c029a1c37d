/**
 * The whole state in a neutral, canonical form, to be written to disk, read back or shown: equal
 * states give equal records, whatever their history. Must not know bytes.
 */
@NullMarked
package dev.cavea.ledger.core.snapshot;

import org.jspecify.annotations.NullMarked;
