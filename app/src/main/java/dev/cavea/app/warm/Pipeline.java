package dev.cavea.app.warm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends requests in batches over one connection: a client that costs next to nothing. */
final class Pipeline implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    Pipeline(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(2_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    static byte[] post(String path, String token, String body) {
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(path, token, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] get(String path, String accept) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                .formatted(path, accept)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns once all are answered. */
    void send(List<byte[]> requests) throws IOException {
        for (byte[] request : requests) {
            out.write(request);
        }
        out.flush();
        for (int i = 0; i < requests.size(); i++) {
            passOverAnswer();
        }
    }

    private void passOverAnswer() throws IOException {
        long length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
