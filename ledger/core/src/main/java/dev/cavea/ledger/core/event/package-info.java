/** What has happened in the ledger: one record an event, named in the past. The feed is these. */
@NullMarked
package dev.cavea.ledger.core.event;

import org.jspecify.annotations.NullMarked;
