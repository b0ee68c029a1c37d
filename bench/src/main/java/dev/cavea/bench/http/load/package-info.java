/**
 * A load generator for HTTP/1.1: one thread, one selector, no framework, because it shares the
 * machine with what it measures. Knows nothing of Cavea.
 */
@NullMarked
package dev.cavea.bench.http.load;

import org.jspecify.annotations.NullMarked;
