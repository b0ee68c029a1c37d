package dev.cavea.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The program: {@code java -jar quarkus-run.jar up}. */
@QuarkusMain
public final class Cavea {

    private Cavea() {}

    public static void main(String... arguments) throws InterruptedException {
        try {
            // Before there are threads: while it sets itself up, it loses what they log.
            LoggerFactory.getLogger(Cavea.class);
            if (arguments.length > 0 && ShellVerbs.ALL.contains(arguments[0])) {
                ShellVerbs.run(arguments, System.getenv());
                return;
            }
            Settings settings = CommandLine.read(arguments, System.getenv());
            if (settings.roles().equals(Set.of(Role.LEDGER))) {
                MemberOnly.run(settings);
            }
            WebSettings.set(settings);
            // The database and the ledger start beside the web stack, which waits for them only
            // where it needs them.
            Foundations foundations = Foundations.begin(settings);
            Foundations.share(foundations);
            Thread onSignal = new Thread(() -> stopInOrder(foundations), "cavea-stop");
            Runtime.getRuntime().addShutdownHook(onSignal);
            Quarkus.run(Server.class, (code, cause) -> ended(foundations, code, cause), arguments);
        } catch (StartFailure e) {
            fail(e.getMessage());
        }
    }

    /** Says one line and ends the process at once: nothing that was acknowledged depends on it. */
    static void fail(@Nullable String line) {
        complain(line);
        end();
    }

    static void complain(@Nullable String line) {
        System.err.println("cavea: " + line);
        System.err.flush();
    }

    /** At once, as after a failure. */
    static void end() {
        Runtime.getRuntime().halt(1);
    }

    /** In one write, so that whoever reads along sees no half line; printf writes word by word. */
    static void say(String line) {
        System.out.println(line);
    }

    /** A stop that went well is a success, also when a signal asked for it. */
    private static void stopInOrder(Foundations foundations) {
        foundations.stop();
        System.out.println("Cavea has stopped.");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** The port is closed and no request runs any more; now the rest may stop. */
    private static void ended(Foundations foundations, int code, @Nullable Throwable cause) {
        foundations.webHasStopped();
        if (cause != null) {
            // A defect of ours, not the operator's: here the whole trace helps.
            cause.printStackTrace();
            foundations.stop();
            fail("the web stack does not start: " + cause);
        }
        System.exit(code);
    }
}
