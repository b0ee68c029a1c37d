/** What a caller may ask of the ledger: one record a command, named in the imperative. */
@NullMarked
package dev.cavea.ledger.core.command;

import org.jspecify.annotations.NullMarked;
