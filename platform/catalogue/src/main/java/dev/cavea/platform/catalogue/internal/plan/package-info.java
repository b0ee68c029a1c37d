/**
 * A seating plan in memory, how good each seat is, the outlines of its sections, and the one
 * document that is served for it. Must not know where a plan came from.
 */
@NullMarked
package dev.cavea.platform.catalogue.internal.plan;

import org.jspecify.annotations.NullMarked;
