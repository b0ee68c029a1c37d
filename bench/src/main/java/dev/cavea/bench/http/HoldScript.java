package dev.cavea.bench.http;

import dev.cavea.bench.http.load.Script;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Fans who hold seats at random: one, or two neighbours, as real tokens of real guests. */
final class HoldScript implements Script {

    private static final byte[] KEY = ascii("\r\nIdempotency-Key: ");
    private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
    private static final byte[] OPEN = ascii("{\"seats\":[\"");
    private static final byte[] COMMA = ascii("\",\"");
    private static final byte[] CLOSE = ascii("\"]}");
    private static final byte[] BREAK = ascii("\r\n\r\n");

    private final byte[] start;
    private final byte[][] authorizations;
    private final byte[][] seats;
    private final int most;
    private final boolean keys;

    private HoldScript(
            byte[] start, byte[][] authorizations, byte[][] seats, int most, boolean keys) {
        this.start = start;
        this.authorizations = authorizations;
        this.seats = seats;
        this.most = most;
        this.keys = keys;
    }

    /**
     * @param most seats in a request: 1 or 2
     * @param keys whether each request carries an Idempotency-Key of its own
     */
    static HoldScript of(Site.OnSale event, List<String> tokens, int most, boolean keys) {
        byte[] start =
                ascii(
                        "POST "
                                + event.holdsPath()
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                                + "\r\nAuthorization: Bearer ");
        return new HoldScript(
                start,
                tokens.stream().map(HoldScript::ascii).toArray(byte[][]::new),
                event.seats().stream().map(HoldScript::ascii).toArray(byte[][]::new),
                most,
                keys);
    }

    @Override
    public void next(int connection, ByteBuffer request) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(seats.length);
        boolean two = most > 1 && random.nextBoolean() && first + 1 < seats.length;
        request.put(start).put(authorizations[random.nextInt(authorizations.length)]);
        if (keys) {
            request.put(KEY).put(ascii(Long.toHexString(random.nextLong())));
            request.put(ascii(Long.toHexString(random.nextLong())));
        }
        int length = OPEN.length + seats[first].length + CLOSE.length;
        if (two) {
            length += COMMA.length + seats[first + 1].length;
        }
        request.put(LENGTH).put(ascii(Integer.toString(length))).put(BREAK);
        request.put(OPEN).put(seats[first]);
        if (two) {
            request.put(COMMA).put(seats[first + 1]);
        }
        request.put(CLOSE);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
