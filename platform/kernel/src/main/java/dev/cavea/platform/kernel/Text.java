package dev.cavea.platform.kernel;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts that people type: names, titles, descriptions. What {@link #line} and {@link #prose} accept
 * is valid Unicode in NFC, has nothing invisible at its ends, and contains no character that breaks
 * a line, a document or the reading order. Lengths are counted in code points.
 */
public final class Text {

    /** As in Unicode's stream-safe format; no real writing piles up more accents. */
    private static final int MOST_MARKS = 30;

    private static final int NUL = 0;
    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Text() {}

    /**
     * A text of one line, stripped and normalised; "" if nothing of it can be seen.
     *
     * @throws Unfit for anything that a line must not contain
     */
    public static String line(String given) {
        return checked(given, false);
    }

    /**
     * A text that may have line ends, which become {@code \n}, and tabs; otherwise as a line.
     *
     * @throws Unfit for anything that prose must not contain
     */
    public static String prose(String given) {
        return checked(given, true);
    }

    /** In code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Its beginning, of at most this many code points; never cuts a visible character in two. */
    public static String cut(String text, int longest) {
        if (length(text) <= longest) {
            return text;
        }
        int limit = text.offsetByCodePoints(0, longest);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        return text.substring(0, end <= 0 ? limit : end);
    }

    /**
     * Why a text cannot be stored or sent at all, whatever it is for: half a surrogate pair, or
     * NUL. Null if it can.
     */
    public static @Nullable String unsound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == NUL || Character.isSurrogate(c)) {
                return at(text, i, c == NUL ? "U+0000" : "half a surrogate pair");
            }
        }
        return null;
    }

    private static String checked(String given, boolean lineEnds) {
        int from = 0;
        int to = given.length();
        while (from < to && isBlank(given.codePointAt(from))) {
            from += Character.charCount(given.codePointAt(from));
        }
        while (to > from && isBlank(given.codePointBefore(to))) {
            to -= Character.charCount(given.codePointBefore(to));
        }
        boolean seen = false;
        int marks = 0;
        int c;
        for (int i = from; i < to; i += Character.charCount(c)) {
            c = given.codePointAt(i);
            String fault = fault(c, lineEnds);
            if (fault != null) {
                throw new Unfit(at(given, i, fault));
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                throw new Unfit(at(given, i, "more than " + MOST_MARKS + " accents on a letter"));
            }
            seen |= isSeen(c);
        }
        if (!seen) {
            return "";
        }
        String inside = given.substring(from, to);
        String lines = lineEnds ? inside.replaceAll("\r\n?|[\u0085\u2028\u2029]", "\n") : inside;
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    private static @Nullable String fault(int c, boolean lineEnds) {
        if (isLineEnd(c)) {
            return lineEnds ? null : "a line end";
        }
        if (c == '\t') {
            return lineEnds ? null : "a tab";
        }
        if (Character.isISOControl(c)) {
            return "the control character " + name(c);
        }
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return "half a surrogate pair";
        }
        if (turnsTheOrder(c)) {
            return name(c) + ", which changes the order of reading,";
        }
        return isNoCharacter(c) ? name(c) + ", which is no character," : null;
    }

    private static String at(String text, int index, String fault) {
        return "has " + fault + " at character " + (text.codePointCount(0, index) + 1);
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n'
                || c == '\r'
                || c == NEXT_LINE
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR;
    }

    /** Embeddings, overrides and isolates, but not the plain marks of Hebrew and Arabic. */
    private static boolean turnsTheOrder(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /** White space of every kind, and characters that take no space and join nothing. */
    static boolean isBlank(int c) {
        return c == '\t'
                || c == 0x0B
                || c == 0x0C
                || isLineEnd(c)
                || Character.isSpaceChar(c)
                || c == 0x180E
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF;
    }

    private static boolean isSeen(int c) {
        boolean filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
        return !filler && !isBlank(c) && Character.getType(c) != Character.FORMAT;
    }
}
