/** Bytes of packs, commands, answers, events and snapshots, versioned. Must not know the rules. */
@NullMarked
package dev.cavea.ledger.wire;

import org.jspecify.annotations.NullMarked;
