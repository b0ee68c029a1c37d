package dev.cavea.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program: {@code java -jar quarkus-run.jar up}. */
@QuarkusMain
public final class Cavea {

    private Cavea() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
