/** The edge's words for JAX-RS: mappers of failures, bounded bodies, idempotent POSTs. */
@NullMarked
package dev.cavea.platform.edge.internal.jaxrs;

import org.jspecify.annotations.NullMarked;
