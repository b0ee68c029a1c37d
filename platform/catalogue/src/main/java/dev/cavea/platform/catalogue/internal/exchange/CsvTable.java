package dev.cavea.platform.catalogue.internal.exchange;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as spreadsheets write it, line by line: commas, semicolons or tabs, with or without a
 * first line {@code sep=;}, and lines of separators alone, which are passed over.
 */
final class CsvTable implements AutoCloseable {

    private static final int LONGEST_LINE = 40_000;
    private static final int LONGEST_HEADER = 4_096;
    private static final int MOST_COLUMNS = 100;
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /**
     * A record.
     *
     * @param line on which it begins, from 1
     */
    record Line(long line, List<String> fields) {}

    private final Findings findings;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final char separator;
    private final int before;
    private long next;

    /**
     * @param columns that a first line may name, for telling what parts them
     */
    CsvTable(BufferedReader text, Set<String> columns, Findings findings) throws IOException {
        this.findings = findings;
        String first = firstLine(text);
        boolean told = first.length() == 5 && first.toLowerCase(Locale.ROOT).startsWith("sep=");
        separator = told ? first.charAt(4) : guess(first, columns);
        before = told ? skipFirst(text) : 0;
        next = before + 1L;
        reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .commentStrategy(CommentStrategy.NONE)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .trimWhitespacesAroundQuotes(true)
                        .allowUnclosedQuote(false)
                        .build(
                                CsvRecordHandler.of(
                                        handler ->
                                                handler.maxFields(MOST_COLUMNS)
                                                        .maxFieldSize(LONGEST_LINE)
                                                        .maxRecordSize(LONGEST_LINE)),
                                text);
        records = reader.iterator();
    }

    /** The first line that is not blank, without reading on. */
    private static String firstLine(BufferedReader text) throws IOException {
        char[] beginning = new char[LONGEST_HEADER];
        text.mark(LONGEST_HEADER);
        int length = Math.max(text.read(beginning), 0);
        text.reset();
        return new String(beginning, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /** How many lines that was. */
    private static int skipFirst(BufferedReader text) throws IOException {
        int lines = 1;
        for (String line = text.readLine(); line != null && line.isBlank(); lines++) {
            line = text.readLine();
        }
        return lines;
    }

    private static char guess(String header, Set<String> columns) {
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long known = 0;
            for (String name : header.split(Character.toString(separator), -1)) {
                String plain = name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
                known += columns.contains(plain) ? 1 : 0;
            }
            if (known > most) {
                best = separator;
                most = known;
            }
        }
        return best;
    }

    /** Whether a comma in a number cannot be anything but its decimal comma. */
    boolean hasDecimalCommas() {
        return separator != ',';
    }

    /** Null after the last one. Throws 422 where the file cannot be cut into lines. */
    @Nullable Line next() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                long line = record.getStartingLineNumber() + before;
                next = line + 1 + lineEnds(record);
                if (!record.getFields().stream().allMatch(String::isBlank)) {
                    return new Line(line, new ArrayList<>(record.getFields()));
                }
            }
            return null;
        } catch (CsvParseException e) {
            findings.add(
                    "line " + next,
                    "has a quote that is not closed or has text behind it, or is far too long",
                    "\"…\" around a field, and \"\" for a quote within it");
        } catch (UncheckedIOException e) {
            CsvCharset.refuse(e.getCause(), findings);
        }
        findings.throwIfAny();
        throw new IllegalStateException("findings throw");
    }

    private static long lineEnds(CsvRecord record) {
        return record.getFields().stream()
                .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
                .sum();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
