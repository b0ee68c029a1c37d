package dev.cavea.app.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts within a page, as a content security policy names them. */
final class InlineScripts {

    /** Where the build puts the browsable documentation. */
    private static final String DOCS =
            "META-INF/io.smallrye_smallrye-open-api-ui__jar"
                    + "/META-INF/resources/openapi-ui/index.html";

    private static final Pattern SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private InlineScripts() {}

    /** Empty when there is no documentation in this build, as in a test. */
    static List<String> ofDocs() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream page = loader.getResourceAsStream(DOCS)) {
            return page == null
                    ? List.of()
                    : hashes(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code sha256-…}, in the page's order. */
    static List<String> hashes(String page) {
        List<String> hashes = new ArrayList<>();
        Matcher script = SCRIPT.matcher(page);
        while (script.find()) {
            hashes.add("sha256-" + Base64.getEncoder().encodeToString(sha256(script.group(1))));
        }
        return hashes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
