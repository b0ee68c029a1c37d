package dev.cavea.platform.catalogue.internal.exchange;

import java.util.regex.Pattern;

/**
 * Texts in CSV that a spreadsheet would take for a formula, and run. They are written behind an
 * apostrophe, which a spreadsheet shows as nothing, and read back without it.
 */
final class CsvText {

    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
    private static final Pattern HIDDEN = Pattern.compile("'+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");

    private CsvText() {}

    static String written(String text) {
        return RUNS.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String field) {
        return HIDDEN.matcher(field).matches() ? field.substring(1) : field;
    }
}
