package dev.cavea.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./cavea bench http [holds] [crash] [cold] [think] [--url ...] [--json FILE]}. */
public final class HttpBench {

    private static final List<String> ALL = List.of("holds", "crash", "cold", "think");
    private static final Set<String> OPTIONS =
            Set.of(
                    "url",
                    "admin-email",
                    "admin-password",
                    "json",
                    "connections",
                    "seconds",
                    "warmup",
                    "runs",
                    "keys",
                    "rate");

    private HttpBench() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Options options = Options.read("bench http", arguments, OPTIONS);
            run(options);
        } catch (Stop stop) {
            System.err.println("cavea: " + stop.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException {
        List<String> wanted = options.words().isEmpty() ? ALL : options.words();
        if (!ALL.containsAll(wanted)) {
            throw new Stop("bench http what? Any of: " + String.join(", ", ALL));
        }
        Report report = new Report(options.command());
        boolean held = true;
        // A server of its own for each: one bench must not warm or burden the next.
        for (String bench : wanted) {
            try (ServerUnderTest server = ServerUnderTest.of(options);
                    Api api = new Api(server.url())) {
                HttpScenes scenes = new HttpScenes(server, api, options, report);
                held &=
                        switch (bench) {
                            case "holds" -> scenes.holds();
                            case "crash" -> scenes.crash();
                            case "cold" -> scenes.cold();
                            default -> scenes.think();
                        };
            }
        }
        if (options.has("json")) {
            report.writeTo(Path.of(options.text("json", "")));
        }
        if (!held) {
            throw new Stop("a bench saw what must not be; see its figures above");
        }
    }
}
