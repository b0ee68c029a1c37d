/**
 * Which commands are accepted, and with which events. Pure: reads the state, log time and the
 * command, and changes nothing.
 */
@NullMarked
package dev.cavea.ledger.core.internal.rules;

import org.jspecify.annotations.NullMarked;
