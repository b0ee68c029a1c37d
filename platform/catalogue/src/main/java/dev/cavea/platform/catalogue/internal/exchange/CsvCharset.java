package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** In what a CSV file is written: a byte order mark says it, else the caller, else it is UTF-8. */
final class CsvCharset {

    private static final String ALLOWED =
            "UTF-8, UTF-16 with a byte order mark, or what charset= of the Content-Type says";

    private CsvCharset() {}

    static BufferedReader open(InputStream bytes, @Nullable String told, Findings findings)
            throws IOException {
        InputStream in = new BufferedInputStream(bytes);
        Charset charset = marked(in);
        if (charset == null) {
            charset = told == null ? StandardCharsets.UTF_8 : named(told, findings);
        }
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** What the mark at the beginning says, which is then read; null for none. */
    private static @Nullable Charset marked(InputStream in) throws IOException {
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        in.reset();
        int first = mark.length < 2 ? 0 : (mark[0] & 0xff) << 8 | (mark[1] & 0xff);
        if (first == 0xEFBB && mark.length == 3 && (mark[2] & 0xff) == 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFEFF || first == 0xFFFE) {
            in.skipNBytes(2);
            return first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static Charset named(String name, Findings findings) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            findings.add("charset", "is unknown", ALLOWED);
            findings.throwIfAny();
            throw e;
        }
    }

    /** Tells of bytes that are not what they should be; anything else is not the file's fault. */
    static void refuse(@Nullable IOException cause, Findings findings) {
        if (!(cause instanceof CharacterCodingException)) {
            throw new UncheckedIOException(
                    cause == null ? new IOException("the file cannot be read") : cause);
        }
        findings.add(
                "file",
                "is not in the encoding it should be in, which is UTF-8 unless it says otherwise;"
                        + " it may be Latin-1 (Windows-1252)",
                ALLOWED);
    }
}
