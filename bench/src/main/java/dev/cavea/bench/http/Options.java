package dev.cavea.bench.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code WORD --name value --flag}. */
final class Options {

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder command = new StringBuilder();

    /** Throws {@link Stop} for an option that is not among the allowed ones. */
    static Options read(String program, String[] arguments, Set<String> allowed) {
        Options options = new Options();
        options.command.append("./cavea ").append(program);
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                options.words.add(arguments[i]);
                options.command.append(' ').append(arguments[i]);
                continue;
            }
            String name = arguments[i].substring(2);
            if (!allowed.contains(name)) {
                throw new Stop("there is no option --%s; there are %s".formatted(name, allowed));
            }
            if (i + 1 == arguments.length) {
                throw new Stop("--%s needs a value".formatted(name));
            }
            String value = arguments[++i];
            options.values.put(name, value);
            // A report is kept and shown: a password has no place in it.
            options.command.append(" --").append(name).append(' ');
            options.command.append(name.contains("password") ? "…" : value);
        }
        return options;
    }

    String command() {
        return command.toString();
    }

    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Stop("--%s needs a whole number, not '%s'".formatted(name, value));
        }
    }
}
