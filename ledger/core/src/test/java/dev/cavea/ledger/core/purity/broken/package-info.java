/** What no class of the core may do. */
package dev.cavea.ledger.core.purity.broken;
