/** What no class in the core may do. */
package dev.cavea.ledger.core.purity.broken;
