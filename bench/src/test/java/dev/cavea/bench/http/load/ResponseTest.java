package dev.cavea.bench.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

    private static final String TWO =
            "HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
                    + "HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: chunked\r\n\r\n"
                    + "3;x=y\r\nabc\r\n1A\r\n"
                    + "z".repeat(26)
                    + "\r\n0\r\n\r\n"
                    + "HTTP/1.1 204 No Content\r\n\r\n"
                    + "HTTP/1.1 409 Conflict\r\ncontent-length:0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 10_000})
    void readsResponsesInPiecesOfAnySize(int piece) throws IOException {
        Response response = new Response();
        StringBuilder seen = new StringBuilder();
        byte[] bytes = TWO.getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from < bytes.length; from += piece) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
            while (response.take(buffer, status -> true)) {
                seen.append(response.status())
                        .append(' ')
                        .append(new String(response.body(), StandardCharsets.US_ASCII))
                        .append(' ')
                        .append(response.length())
                        .append('\n');
                response.reset();
            }
        }
        assertThat(seen)
                .hasToString("201 hello 5\n200 abc" + "z".repeat(26) + " 29\n204  0\n409  0\n");
    }

    @Test
    void dropsABodyThatNobodyWants() throws IOException {
        Response response = new Response();
        ByteBuffer bytes = ByteBuffer.wrap(TWO.getBytes(StandardCharsets.US_ASCII));
        assertThat(response.take(bytes, status -> false)).isTrue();
        assertThat(response.body()).isEmpty();
        assertThat(response.length()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsNotHttp() {
        ByteBuffer bytes = ByteBuffer.wrap("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> new Response().take(bytes, status -> false))
                .isInstanceOf(IOException.class);
    }
}
