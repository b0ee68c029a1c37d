/**
 * The ledger: it alone decides who owns a seat.
 *
 * <p>A pure state machine. Every member runs it on the same log, so nothing in here may read a
 * clock, draw a random number, do I/O, start a thread, log, use floating point, or let the order of
 * a hash table show in what comes out. It must not know Ratis, HTTP, SQL, JSON or the time of day.
 */
@NullMarked
package dev.cavea.ledger.core;

import org.jspecify.annotations.NullMarked;
