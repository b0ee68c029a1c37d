package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: lower case, without accents, words parted by single spaces. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_WORDS = 8;

    private SearchText() {}

    static String of(EventRow row) {
        Venue venue = row.venue();
        String place = venue == null ? "" : venue.name() + " " + venue.city();
        return plain(row.about().name() + " " + place + " " + row.about().category());
    }

    static List<String> words(String query) {
        return Arrays.stream(plain(query).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    private static String plain(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
        String unmarked = MARKS.matcher(parted).replaceAll("").replace("ß", "ss");
        return BETWEEN.matcher(unmarked).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    }
}
