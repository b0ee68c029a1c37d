package dev.cavea.demo;

/**
 * Whether an empty catalogue gets the demo programme.
 *
 * @param on as {@code --demo} and {@code --empty} say
 */
public record DemoWanted(boolean on) {}
