package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of an event is searched, plain: lower case, without accents, wide letters as narrow ones.
 *
 * @param name the words of the event's name
 * @param others the words of its venue, city and category
 * @param city as one text
 * @param category as one text
 */
record SearchText(List<String> name, List<String> others, String city, String category) {

    /** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f]+");

    /** A sharp or a plus is part of the word that it ends: "C#", "50+". */
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "[^\\p{L}\\p{M}\\p{N}#+]+"
                            + "|(?<![\\p{L}\\p{M}\\p{N}#+])[#+]+"
                            + "|[#+]+(?=[\\p{L}\\p{N}])");

    /** Letters that are no other letter with a mark, and what is typed for them. */
    private static final String[][] LETTERS = {
        {"ß", "ss"},
        {"æ", "ae"},
        {"œ", "oe"},
        {"ø", "o"},
        {"ł", "l"},
        {"đ", "d"},
        {"ð", "d"},
        {"þ", "th"},
        {"ı", "i"},
        {"ħ", "h"},
        {"ŧ", "t"}
    };

    private static final int MAX_WORDS = 8;

    static SearchText of(EventRow row) {
        Venue venue = row.venue();
        String city = venue == null ? "" : plain(venue.city());
        String category = plain(row.about().category());
        String place = venue == null ? "" : plain(venue.name());
        return new SearchText(
                split(plain(row.about().name())),
                split(place + " " + city + " " + category),
                city,
                category);
    }

    /** The words of a query; none when it has nothing but symbols. */
    static List<String> words(String query) {
        return split(plain(query)).stream().limit(MAX_WORDS).toList();
    }

    private static List<String> split(String plain) {
        return Arrays.stream(plain.split(" ")).filter(word -> !word.isEmpty()).distinct().toList();
    }

    static String plain(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
        for (String[] letter : LETTERS) {
            plain = plain.replace(letter[0], letter[1]);
        }
        String whole = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return BETWEEN.matcher(whole).replaceAll(" ").strip();
    }
}
