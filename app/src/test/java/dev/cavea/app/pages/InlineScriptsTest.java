package dev.cavea.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InlineScriptsTest {

    /** The first hash is the example of the content security policy's own specification. */
    @Test
    void namesEveryScriptWithinThePageAndNoOther() {
        String page =
                """
                <html><script src="a.js"></script><script>alert('Hello, world.');</script>
                <script defer>
                </script></html>
                """;
        assertThat(InlineScripts.hashes(page))
                .containsExactly(
                        "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=",
                        "sha256-AbpHGcgLb+kRsJGnwFEktk7uzpZOCcBY74+YBdrKVGs=");
    }
}
