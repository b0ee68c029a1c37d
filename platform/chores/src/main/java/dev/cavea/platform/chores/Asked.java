package dev.cavea.platform.chores;

import java.time.Duration;
import java.util.function.LongPredicate;

/**
 * A chore done for one subject, once requested by {@link Chores#ask}: by one process at a time,
 * again and again until it says it is done. A bean of this type is all it takes.
 *
 * @param again the pause before it continues with what is not done yet
 * @param work given the subject's id; true once there is nothing left to do
 */
public record Asked(String name, Duration again, LongPredicate work) {}
