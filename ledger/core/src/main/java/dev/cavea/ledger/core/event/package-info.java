/**
 * What has happened in the ledger: one record per event, named in the past tense. The feed consists
 * of these.
 */
@NullMarked
package dev.cavea.ledger.core.event;

import org.jspecify.annotations.NullMarked;
