package dev.cavea.platform.catalogue.internal.exchange;

/**
 * A part of a plan that does not come back from an export.
 *
 * @param what of the plan, in one word
 * @param count how many of it
 */
public record Loss(String what, int count) {}
