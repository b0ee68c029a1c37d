package dev.cavea.platform.catalogue.internal.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A word that is looked for. Forgives a typing error or two where a word is long enough that it
 * still can only mean that one. Lives for one search, in which it measures each word only once.
 */
final class WantedWord {

    private static final int SAME = 100;
    private static final int BEGINS = 80;
    private static final int CONTAINS = 60;
    private static final int LIKE = 40;
    private static final int LESS_FOR_EACH_ERROR = 10;
    private static final int MORE_IN_THE_NAME = 10;

    /** Shorter words are taken at their letters, at the beginning of a word. */
    private static final int LONG = 4;

    private static final int LONG_FOR_TWO_ERRORS = 8;

    private final String wanted;
    private final boolean spaced;
    private final int errors;
    private final Map<String, Integer> measured = new HashMap<>();

    WantedWord(String wanted) {
        this.wanted = wanted;
        this.spaced = wanted.codePoints().noneMatch(WantedWord::isOfScriptWithoutSpaces);
        int length = wanted.length();
        this.errors = !spaced || length < LONG ? 0 : length < LONG_FOR_TWO_ERRORS ? 1 : 2;
    }

    private static boolean isOfScriptWithoutSpaces(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** How well the best word of the text fits; 0 when none does. */
    int score(SearchText text) {
        int name = best(text.name());
        return Math.max(name == 0 ? 0 : name + MORE_IN_THE_NAME, best(text.others()));
    }

    private int best(List<String> words) {
        int best = 0;
        for (String word : words) {
            best = Math.max(best, measured.computeIfAbsent(word, this::measure));
        }
        return best;
    }

    private int measure(String word) {
        if (word.equals(wanted)) {
            return SAME;
        }
        if (spaced && wanted.length() == 1) {
            return 0;
        }
        if (word.startsWith(wanted)) {
            return BEGINS;
        }
        if ((!spaced || wanted.length() >= LONG) && word.contains(wanted)) {
            return CONTAINS;
        }
        if (errors == 0 || word.charAt(0) != wanted.charAt(0)) {
            return 0;
        }
        int distance = distance(wanted, word);
        return distance <= errors ? LIKE - LESS_FOR_EACH_ERROR * distance : 0;
    }

    /** Letters too many, too few, wrong, or two of them in each other's place. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(last[j], now[j - 1]) + 1, last[j - 1] + wrong);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
