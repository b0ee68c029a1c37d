package dev.cavea.ledger.simulator;

import java.util.Map;
import java.util.TreeMap;

/** The options of a run. */
record Settings(long seed, long steps, int houses, int buyers) {

    static final String USAGE = "simulate --seed N --steps M [--houses H] [--buyers B]";

    private static final int MAX_HOUSES = 1_000;
    private static final int MAX_BUYERS = 1_000_000;

    /** Throws IllegalArgumentException with one line for a person. */
    static Settings of(String... arguments) {
        Map<String, Long> given = new TreeMap<>(Map.of("--houses", 3L, "--buyers", 40L));
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!name.matches("--(seed|steps|houses|buyers)") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("usage: " + USAGE);
            }
            given.put(name, number(name, arguments[i + 1]));
        }
        if (!given.containsKey("--seed") || !given.containsKey("--steps")) {
            throw new IllegalArgumentException("usage: " + USAGE);
        }
        return new Settings(
                given.getOrDefault("--seed", 0L),
                within("--steps", given, Long.MAX_VALUE),
                (int) within("--houses", given, MAX_HOUSES),
                (int) within("--buyers", given, MAX_BUYERS));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(name + " must be a number, not " + text);
        }
    }

    private static long within(String name, Map<String, Long> given, long most) {
        long value = given.getOrDefault(name, 0L);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1 to " + most);
        }
        return value;
    }
}
