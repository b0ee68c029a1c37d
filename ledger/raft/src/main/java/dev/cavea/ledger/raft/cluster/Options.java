package dev.cavea.ledger.raft.cluster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of a command line: {@code --name value}. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /** Throws IllegalArgumentException for anything but pairs. */
    static Options parse(String[] args, int from) {
        Options options = new Options();
        for (int i = from; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "\"%s\": options are --name value".formatted(args[i]));
            }
            options.values.put(args[i].substring(2), args[i + 1]);
        }
        return options;
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--%s is missing".formatted(name));
        }
        return value;
    }

    @Nullable String find(String name) {
        return values.get(name);
    }

    int number(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "--%s %s: a number is expected".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
