/**
 * The whole state in neutral, canonical form, for who writes it to disk, reads it back, or shows
 * it: equal states give equal records, whatever happened on the way. Must not know bytes.
 */
@NullMarked
package dev.cavea.ledger.core.snapshot;

import org.jspecify.annotations.NullMarked;
