package stratum.sandbox.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import stratum.lifecycle.domain.Rhythm;

/**
 * A file of customers' rhythms, as the literature of these models has them: a header and the columns {@code frequency} (repeat
 * purchases), {@code recency} (age at the last), {@code T} (age now), and where it is known {@code monetary_value}.
 */
public final class SummaryFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private SummaryFile() {}

    /**
     * Reads a file (plain, .xz or .gz).
     *
     * @throws IOException if it is missing or no such file, in one sentence
     */
    public static List<Rhythm> read(Path file) throws IOException {
        List<Rhythm> rhythms = new ArrayList<>();
        try (BufferedReader text = new RawFile(file).open(StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(text)) {
            for (CSVRecord row : rows) {
                rhythms.add(rhythm(row, file));
            }
        }
        return rhythms;
    }

    private static Rhythm rhythm(CSVRecord row, Path file) throws IOException {
        try {
            return new Rhythm(
                    (int) Double.parseDouble(row.get("frequency")),
                    Double.parseDouble(row.get("recency")),
                    Double.parseDouble(row.get("T")),
                    row.isMapped("monetary_value") ? Double.parseDouble(row.get("monetary_value")) : 0);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Line %d of %s is no customer's frequency, recency and T: %s."
                            .formatted(row.getRecordNumber() + 1, file, e.getMessage()),
                    e);
        }
    }
}
