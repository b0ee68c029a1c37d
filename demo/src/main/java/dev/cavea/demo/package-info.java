/**
 * A programme of made-up events for a first look, and simulated fans who buy as anybody would: over
 * the public API, in the sandbox. Decides no rule of selling, and nothing else knows it.
 */
@NullMarked
package dev.cavea.demo;

import org.jspecify.annotations.NullMarked;
