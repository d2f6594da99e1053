package stratum.sandbox.replay;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How the lines of a table are divided, and where its columns stand. Lines are taken one by one, because a quote that
 * is never closed should cost its own line and not the rest of the file; no table here has a field of several lines.
 */
final class Layout {

    private static final char BLANKS = ' ';

    private final char separator;
    private final CSVFormat quoted;
    private final Map<String, Integer> places = new HashMap<>();

    private Layout(char separator) {
        this.separator = separator;
        this.quoted = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    static Layout separatedBy(char separator) {
        return new Layout(separator);
    }

    static Layout separatedByBlanks() {
        return new Layout(BLANKS);
    }

    /** Takes the columns from the first line of a file and refuses one that lacks any of those needed. */
    void columns(RawFile file, String header, List<String> needed) throws IOException {
        String[] names = split(header);
        for (int i = 0; i < names.length; i++) {
            places.put(names[i].strip(), i);
        }
        for (String name : needed) {
            if (!places.containsKey(name)) {
                throw new IOException("%s has no column %s in its first line.".formatted(file.path(), name));
            }
        }
    }

    Row row(String line) throws Row.Unreadable {
        String[] fields;
        try {
            fields = split(line);
        } catch (IOException | UncheckedIOException broken) {
            throw new Row.Unreadable("a quote is not closed, or stands where none may be");
        }
        if (fields.length != places.size()) {
            throw new Row.Unreadable("%d columns; there should be %d".formatted(fields.length, places.size()));
        }
        return new Row(this, fields);
    }

    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        return place;
    }

    private String[] split(String line) throws IOException {
        if (separator == BLANKS) {
            return words(line);
        }
        return line.indexOf('"') < 0 ? plain(line) : quoted(line);
    }

    private static String[] words(String line) {
        StringTokenizer words = new StringTokenizer(line);
        String[] fields = new String[words.countTokens()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = words.nextToken();
        }
        return fields;
    }

    private String[] plain(String line) {
        return line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1);
    }

    private String[] quoted(String line) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(line), quoted)) {
            for (CSVRecord record : parser) {
                return record.values();
            }
            return new String[0];
        }
    }
}
