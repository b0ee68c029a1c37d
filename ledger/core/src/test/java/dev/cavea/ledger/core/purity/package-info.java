/** Holds the core to being a pure state machine. */
package dev.cavea.ledger.core.purity;
