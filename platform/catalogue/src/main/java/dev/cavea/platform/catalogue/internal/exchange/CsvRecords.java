package dev.cavea.platform.catalogue.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV text, RFC 4180: quotes around fields that hold commas, quotes or line ends. */
final class CsvRecords {

    /**
     * A record.
     *
     * @param line on which it begins, from 1
     */
    record Line(int line, List<String> fields) {}

    private final String text;
    private int at;
    private int line = 1;

    CsvRecords(String text) {
        this.text = text;
    }

    /** Null after the last one; empty lines are passed over. */
    @Nullable Line next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            line += text.charAt(at++) == '\n' ? 1 : 0;
        }
        if (at >= text.length()) {
            return null;
        }
        int begins = line;
        List<String> fields = new ArrayList<>(8);
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        return new Line(begins, fields);
    }

    private String field() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                break;
            }
        }
        // What stands between a closing quote and the comma belongs to the field.
        return field + plain();
    }
}
