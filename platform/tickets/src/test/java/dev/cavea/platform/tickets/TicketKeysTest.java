package dev.cavea.platform.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketKeysTest {

    private static final TicketPlace SEAT =
            new TicketPlace(1234, "A-12-7", "Stalls", "12", "7", "Category I");

    private static Ticket ticket(long id, int version) {
        return new Ticket(
                id, 99, 7, 2, 42, "Ada", SEAT, version, Ticket.Status.VALID, Instant.EPOCH);
    }

    @Test
    void aCodeSaysWhatItWasMadeFor() {
        TicketKeys keys = TicketKeys.generate();
        String code = keys.code(ticket(5_000_000_000L, 3));
        assertThat(keys.verify(code))
                .contains(
                        new TicketCode(
                                keys.publicKeys().getFirst().id(), 99, 5_000_000_000L, 1234, 2, 3));
        assertThat(code).matches("CV1\\.[0-9A-Z]+").hasSize(4 + 148);
    }

    @Test
    void everyChangedCharacterIsFound() {
        TicketKeys keys = TicketKeys.generate();
        String code = keys.code(ticket(5, 1));
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == 'A' ? 'B' : 'A';
            String changed = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(keys.verify(changed)).as("character %d", i).isEmpty();
        }
        assertThat(keys.verify("")).isEmpty();
        assertThat(keys.verify(code + "0")).isEmpty();
    }

    @Test
    void anotherKeysCodeIsRefused() {
        String code = TicketKeys.generate().code(ticket(5, 1));
        assertThat(TicketKeys.generate().verify(code)).isEmpty();
    }

    @Test
    void keepsItsKeyInAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ticket.key");
        String code = TicketKeys.in(folder).code(ticket(5, 1));
        assertThat(TicketKeys.in(folder).verify(code)).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatAnOlderKeySignedStaysGood(@TempDir Path folder) {
        TicketKeys first = TicketKeys.in(folder);
        String code = first.code(ticket(5, 1));
        TicketKeys.rotate(folder);
        TicketKeys.rotate(folder);

        TicketKeys now = TicketKeys.in(folder);

        assertThat(now.verify(code)).isPresent();
        assertThat(now.code(ticket(5, 1))).isNotEqualTo(code);
        assertThat(now.publicKeys()).hasSize(3).contains(first.publicKeys().getFirst());
        assertThat(first.verify(now.code(ticket(5, 1)))).isEmpty();
    }

    @Test
    void takesItsKeysFromTheConfiguration(@TempDir Path folder) throws Exception {
        String code = TicketKeys.in(folder).code(ticket(5, 1));
        String pair = String.join(" ", Files.readAllLines(folder.resolve("ticket.key")));

        assertThat(TicketKeys.of(pair, List.of()).code(ticket(5, 1))).isEqualTo(code);
        assertThatThrownBy(() -> TicketKeys.of("AAAA", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFileThatHoldsNoKey(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ticket.key"), "AAAA\nBBBB\n");
        assertThatThrownBy(() -> TicketKeys.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aScannerReadsThePicture() throws Exception {
        TicketKeys keys = TicketKeys.generate();
        String code = keys.code(ticket(5, 1));
        assertThat(scan(QrPicture.svg(code, "<Stalls & more>"))).isEqualTo(code);
    }

    /** Paints the path's rectangles, four pixels a module, and reads them with a QR reader. */
    private static String scan(String svg) throws Exception {
        int scale = 4;
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(svg);
        while (run.find()) {
            int left = Integer.parseInt(run.group(1)) * scale;
            int top = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + width, 0);
            }
        }
        var picture = new RGBLuminanceSource(size, size, pixels);
        var bitmap = new BinaryBitmap(new HybridBinarizer(picture));
        // Without a camera's search for the code, which fails on some perfect pictures.
        Map<DecodeHintType, ?> hints = Map.of(DecodeHintType.PURE_BARCODE, true);
        var read = new QRCodeReader().decode(bitmap, hints);
        assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        return read.getText();
    }
}
