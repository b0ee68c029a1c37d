/** The words that commands, events and answers are made of: seats, places, layout, rules. */
@NullMarked
package dev.cavea.ledger.core.house;

import org.jspecify.annotations.NullMarked;
