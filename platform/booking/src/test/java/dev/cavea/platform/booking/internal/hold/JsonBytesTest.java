package dev.cavea.platform.booking.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.edge.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A-12-7",
                "a\"b\\c",
                "\n\t\u0000\u001f",
                "Größe",
                "é\"x\n",
                "🎭",
                "日本語-1"
            })
    void everyTextIsReadBackAsItWas(String text) throws Exception {
        byte[] bytes = new JsonBytes().text(text).toBytes();
        // Any reader of JSON: ours refuses texts that cannot be stored.
        assertThat(Json.mapper().readTree(bytes).asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 319, 320, 321, 5_000})
    void growsAsFarAsItMust(int length) throws Exception {
        String text = "x".repeat(length);
        byte[] bytes = new JsonBytes().raw("[").text(text).raw(",").number(-7).raw("]").toBytes();
        assertThat(Json.mapper().readTree(bytes).get(0).asText()).isEqualTo(text);
        assertThat(Json.mapper().readTree(bytes).get(1).asInt()).isEqualTo(-7);
    }
}
