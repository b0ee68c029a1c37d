package dev.cavea.demo;

/**
 * What there is for a demonstration.
 *
 * @param on whether an empty catalogue gets the demo programme, as {@code --demo} and {@code
 *     --empty} say
 * @param crowd whether simulated fans may come: they pay with play money, so only where that is
 *     taken
 */
public record DemoWanted(boolean on, boolean crowd) {}
