package dev.cavea.platform.chores;

import java.time.Duration;

/**
 * A chore of a module that is done again and again, by one process at a time. A bean of this type
 * is all that is needed.
 *
 * @param pause between the end of one round and the beginning of the next
 */
public record Recurring(String name, Duration pause, Runnable work) {}
