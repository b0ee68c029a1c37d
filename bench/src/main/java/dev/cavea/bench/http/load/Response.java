package dev.cavea.bench.http.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads one response after the other from whatever pieces the network gives. */
final class Response {

    private static final int MOST_HEAD = 32 * 1024;
    private static final int HEX = 16;

    private byte[] head = new byte[256];
    private int headLength;
    private boolean inBody;
    private boolean chunked;
    private long left;
    private long length;
    private int status;
    private boolean last;
    private boolean done;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean keeps;

    /** Asked once the head is known. */
    interface Wish {
        boolean wantsBody(int status);
    }

    /**
     * Takes bytes until the response is complete or there are no more; true when it is complete.
     */
    boolean take(ByteBuffer bytes, Wish wish) throws IOException {
        while (!done && (bytes.hasRemaining() || inBody)) {
            if (!inBody) {
                takeHead(bytes, wish);
            } else if (left > 0) {
                if (!takeBody(bytes)) {
                    return false;
                }
            } else if (!chunked || last) {
                done = true;
            } else if (!takeChunkSize(bytes)) {
                return false;
            }
        }
        return done;
    }

    int status() {
        return status;
    }

    /** Of the body. */
    long length() {
        return length;
    }

    byte[] body() {
        return body.toByteArray();
    }

    void reset() {
        headLength = 0;
        inBody = false;
        chunked = false;
        last = false;
        done = false;
        left = 0;
        length = 0;
        keeps = false;
        if (body.size() > 0) {
            body = new ByteArrayOutputStream(0);
        }
    }

    private void takeHead(ByteBuffer bytes, Wish wish) throws IOException {
        while (bytes.hasRemaining()) {
            push(bytes.get());
            if (endsWith("\r\n\r\n")) {
                readHead();
                keeps = wish.wantsBody(status);
                inBody = true;
                headLength = 0;
                return;
            }
        }
    }

    private void push(byte b) throws IOException {
        if (headLength == head.length) {
            if (headLength >= MOST_HEAD) {
                throw new IOException("a head without end");
            }
            head = Arrays.copyOf(head, head.length * 2);
        }
        head[headLength++] = b;
    }

    private boolean endsWith(String end) {
        int from = headLength - end.length();
        if (from < 0 || head[headLength - 1] != '\n') {
            return false;
        }
        for (int i = 0; i < end.length(); i++) {
            if (head[from + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void readHead() throws IOException {
        if (headLength < 12 || head[0] != 'H') {
            throw new IOException("not an HTTP response");
        }
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
        left = bodyless() ? 0 : number("\ncontent-length:");
        if (left < 0) {
            chunked = contains("\ntransfer-encoding: chunked");
            left = 0;
        }
        length = left;
    }

    private boolean bodyless() {
        return status == 204 || status == 304 || status < 200;
    }

    private long number(String name) {
        int at = find(name);
        if (at < 0) {
            return -1;
        }
        long value = 0;
        for (int i = at + name.length(); head[i] != '\r'; i++) {
            if (head[i] != ' ') {
                value = value * 10 + (head[i] - '0');
            }
        }
        return value;
    }

    private boolean contains(String lower) {
        return find(lower) >= 0;
    }

    /** Where the head has this text, in any case; -1 when it has not. */
    private int find(String lower) {
        int last = headLength - lower.length();
        for (int at = 0; at <= last; at++) {
            if (head[at] == lower.charAt(0) && matches(at, lower)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(int at, String lower) {
        for (int i = 1; i < lower.length(); i++) {
            int c = head[at + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean takeBody(ByteBuffer bytes) {
        int taken = (int) Math.min(left, bytes.remaining());
        if (keeps) {
            byte[] part = new byte[taken];
            bytes.get(part);
            body.writeBytes(part);
        } else {
            bytes.position(bytes.position() + taken);
        }
        left -= taken;
        return left == 0;
    }

    /** The line before a chunk, together with the one that ends the chunk before. */
    private boolean takeChunkSize(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            push(bytes.get());
            if (!endsWith("\r\n") || headLength == 2) {
                continue;
            }
            String line =
                    new String(head, 0, headLength, StandardCharsets.US_ASCII)
                            .strip()
                            .toLowerCase(Locale.ROOT);
            int end = line.indexOf(';');
            left = Long.parseLong(end < 0 ? line : line.substring(0, end), HEX);
            length += left;
            headLength = 0;
            if (left == 0) {
                last = true;
                // The empty line that ends the last chunk.
                left = 2;
                keeps = false;
            }
            return true;
        }
        return false;
    }
}
