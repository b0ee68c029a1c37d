/**
 * What every endpoint needs, without any business rule: problem documents, bounded bodies,
 * idempotency, pages.
 */
@NullMarked
package dev.cavea.platform.edge;

import org.jspecify.annotations.NullMarked;
