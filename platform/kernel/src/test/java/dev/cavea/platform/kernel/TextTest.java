package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void judgesEachNameThatWasTried() {
        List<String> names = Lines.of("names.txt");
        Map<Integer, String> refused =
                Map.of(
                        5, "has the control character U+0000 at character 2",
                        6, "has the control character U+0007 at character 2",
                        7, "has a line end at character 2",
                        8, "has U+202E, which changes the order of reading, at character 2",
                        11, "has half a surrogate pair at character 1");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (refused.containsKey(i)) {
                assertThatThrownBy(() -> Text.line(name))
                        .isInstanceOf(Unfit.class)
                        .hasMessage(refused.get(i));
            } else {
                assertThat(Text.line(name))
                        .isEqualTo(
                                name.isBlank()
                                        ? ""
                                        : Normalizer.normalize(name, Normalizer.Form.NFC));
            }
        }
        assertThat(names).hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\tB",
                "A\u0085B",
                "A\u2028B",
                "A\u2067B",
                "A\uFFFEB",
                "A\uFDD0B",
                "\uDC00A",
                "A\uD83D",
                "\u202E",
                "A\u0000",
                "\u001CA",
                "e\u0301\u0301\u0301\u0301\u0301\u0301"
                        + "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
                        + "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
                        + "\u0301"
            })
    void refusesWhatBreaksALine(String text) {
        assertThatThrownBy(() -> Text.line(text)).isInstanceOf(Unfit.class);
    }

    @Test
    void stripsWhatCannotBeSeenAtTheEnds() {
        assertThat(Text.line("\u00a0\u200b Ada\u3000\ufeff\r\n")).isEqualTo("Ada");
        assertThat(Text.line("\u200b \u200d\u2800")).isEmpty();
        assertThat(Text.line("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    void keepsLineEndsAndTabsOfProse() {
        assertThat(Text.prose(" First.\r\n\r\n\tSecond\u2028third.\r"))
                .isEqualTo("First.\n\n\tSecond\nthird.");
        assertThatThrownBy(() -> Text.prose("A\u0007B")).hasMessageContaining("U+0007");
        assertThatThrownBy(() -> Text.prose("A\n\u202eB")).hasMessageContaining("character 3");
    }

    @Test
    void countsCodePoints() {
        assertThat(Text.length("🎭🎭a")).isEqualTo(3);
    }

    @Test
    void cutsBetweenCharactersAsTheyAreSeen() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abc🎭", 3)).isEqualTo("abc");
        assertThat(Text.cut("🎭🎭🎭", 2)).isEqualTo("🎭🎭");
        // A family of three is five code points and one character.
        assertThat(Text.cut("ab👨‍👩‍👧", 4)).isEqualTo("ab");
        assertThat(Text.cut("xe\u0301y", 2)).isEqualTo("x");
        assertThat(Text.cut("👨‍👩‍👧", 1)).isEqualTo("👨");
    }

    @Test
    void tellsWhatCannotBeStoredAtAll() {
        assertThat(Text.unsound("🎭\u202e\n")).isNull();
        assertThat(Text.unsound("🎭\u0000")).isEqualTo("has U+0000 at character 2");
        assertThat(Text.unsound("\uDC00\uD83D")).contains("half a surrogate pair at character 1");
        assertThat(Text.unsound("a\uD83D")).contains("character 2");
    }
}
