package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.PemFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An authority and certificates signed by it, made by openssl. */
final class TestCertificates {

    private TestCertificates() {}

    static PemFiles of(Path folder, String name) {
        return new PemFiles(
                folder.resolve(name + ".key"),
                folder.resolve(name + ".crt"),
                folder.resolve("ca.crt"));
    }

    static Path create(Path folder, String... names) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
        String key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        openssl(
                folder,
                "req -x509 %s -keyout ca.key -out ca.crt -days 2 -subj /CN=ca".formatted(key));
        for (String name : names) {
            openssl(
                    folder,
                    "req %s -keyout %s.key -out %s.csr -subj /CN=%s"
                            .formatted(key, name, name, name));
            openssl(
                    folder,
                    ("x509 -req -in %s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2"
                                    + " -out %s.crt -extfile names")
                            .formatted(name, name));
        }
        return folder;
    }

    private static void openssl(Path folder, String arguments)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(("openssl " + arguments).split(" ", -1)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("openssl " + arguments + ": " + output);
        }
    }
}
