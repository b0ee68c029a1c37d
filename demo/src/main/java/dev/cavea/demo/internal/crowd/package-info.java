/** Simulated fans: what they do, how many come, and when they stop. */
@NullMarked
package dev.cavea.demo.internal.crowd;

import org.jspecify.annotations.NullMarked;
