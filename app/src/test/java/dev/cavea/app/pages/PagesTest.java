package dev.cavea.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/events/7         | text/html,application/xhtml+xml | true",
                "/events/7         | */*                             | true",
                "/events/7         | application/json                | false",
                "/events/7         | image/avif,image/webp           | false",
                "/assets/gone.js   | */*                             | false",
                "/favicon.png      | image/avif,*/*;q=0.8            | false",
            })
    void givesThePageToWhoeverTakesIt(String path, String accept, boolean page) {
        assertThat(Pages.asksForPage(path, accept)).isEqualTo(page);
    }

    @Test
    void givesThePageToWhoeverSaysNothing() {
        assertThat(Pages.asksForPage("/events/7", null)).isTrue();
    }
}
