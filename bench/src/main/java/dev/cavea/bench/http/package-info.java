/**
 * Measures the server over HTTP, from outside: knows the published contract and nothing of the
 * inside. {@code HttpBench} measures, {@code Rehearse} proves that no seat was sold twice.
 */
@NullMarked
package dev.cavea.bench.http;

import org.jspecify.annotations.NullMarked;
