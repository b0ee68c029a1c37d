/**
 * What commands, events and answers are made of: seats, places, layout, rules. A house is one
 * event's seats and places.
 */
@NullMarked
package dev.cavea.ledger.core.house;

import org.jspecify.annotations.NullMarked;
