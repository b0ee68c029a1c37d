package dev.cavea.platform.catalogue.internal.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that can be read from its beginning more than once, wherever it lies. */
@FunctionalInterface
public interface Source {

    InputStream open() throws IOException;

    static Source of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Source of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
