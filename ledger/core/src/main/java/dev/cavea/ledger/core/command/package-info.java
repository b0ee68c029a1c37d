/** What a caller may ask the ledger to do: one record per command, named in the imperative. */
@NullMarked
package dev.cavea.ledger.core.command;

import org.jspecify.annotations.NullMarked;
