package dev.cavea.platform.chores;

import java.time.Duration;

/**
 * A module's recurring chore, done by one process at a time. A bean of this type is all it takes.
 *
 * @param pause between the end of one round and the start of the next
 */
public record Recurring(String name, Duration pause, Runnable work) {}
