/** What every endpoint needs and no rule: problem documents, bounded bodies, idempotency, pages. */
@NullMarked
package dev.cavea.platform.edge;

import org.jspecify.annotations.NullMarked;
