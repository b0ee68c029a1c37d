package dev.cavea.platform.chores;

import java.time.Duration;
import java.util.function.LongPredicate;

/**
 * A chore that is done for one subject, once it is asked for by {@link Chores#ask}: by one process
 * at a time, again and again until it says that it is done. A bean of this type is all that is
 * needed.
 *
 * @param again the pause before it goes on with what is not done yet
 * @param work given the subject's id; true once there is nothing left to do
 */
public record Asked(String name, Duration again, LongPredicate work) {}
