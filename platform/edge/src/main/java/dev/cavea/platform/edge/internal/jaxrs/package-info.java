/** The edge for JAX-RS: mapping failures, bounded bodies, idempotent POSTs. */
@NullMarked
package dev.cavea.platform.edge.internal.jaxrs;

import org.jspecify.annotations.NullMarked;
