package dev.cavea.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The modules' scripts as packaged. */
final class MigrationScripts {

    private MigrationScripts() {}

    /** Changes when any script does; empty if they cannot be listed. */
    static Optional<String> fingerprint(ClassLoader loader, List<String> modules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String module : modules) {
                URL folder = loader.getResource("db/" + module);
                if (folder == null || !add(digest, folder)) {
                    return Optional.empty();
                }
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean add(MessageDigest digest, URL folder)
            throws IOException, URISyntaxException {
        if (folder.getProtocol().equals("file")) {
            addFiles(digest, Path.of(folder.toURI()));
            return true;
        }
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                addEntries(digest, file, jar.getEntryName());
            }
            return true;
        }
        return false;
    }

    private static void addFiles(MessageDigest digest, Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                add(digest, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void addEntries(MessageDigest digest, JarFile jar, String folder)
            throws IOException {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        List<? extends ZipEntry> entries =
                jar.stream()
                        .filter(e -> e.getName().startsWith(prefix) && !e.isDirectory())
                        .sorted(Comparator.comparing(ZipEntry::getName))
                        .toList();
        for (ZipEntry entry : entries) {
            try (InputStream content = jar.getInputStream(entry)) {
                String name = entry.getName().substring(prefix.length());
                add(digest, name, content.readAllBytes());
            }
        }
    }

    private static void add(MessageDigest digest, String name, byte[] content) {
        digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }
}
