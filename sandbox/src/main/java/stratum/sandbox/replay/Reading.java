package stratum.sandbox.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.BadLine;

/** The reading of a folder: goes through its tables and keeps account of what could not be read and what was left out. */
final class Reading {

    private final List<BadLine> badLines = new ArrayList<>();
    private long leftOut;

    /** What is done with one row. */
    @FunctionalInterface
    interface Reader {
        void read(Row row) throws Row.Unreadable;
    }

    void table(RawFile file, Layout layout, List<String> columns, Reader reader) throws IOException {
        try (BufferedReader lines = file.open(charset(file))) {
            layout.columns(file, header(file, lines), columns);
            long number = 1;
            @Nullable String line;
            while ((line = next(file, number, lines)) != null) {
                number++;
                if (!line.isBlank()) {
                    read(file, number, line, layout, reader);
                }
            }
        }
    }

    private static @Nullable String next(RawFile file, long number, BufferedReader lines) throws IOException {
        try {
            return lines.readLine();
        } catch (IOException damaged) {
            throw new IOException(
                    "%s is damaged after line %d: %s.".formatted(file.path(), number, damaged.getMessage()), damaged);
        }
    }

    private void read(RawFile file, long number, String line, Layout layout, Reader reader) {
        try {
            reader.read(layout.row(line));
        } catch (Row.Unreadable unreadable) {
            badLines.add(new BadLine(file.name(), number, unreadable.why()));
        }
    }

    private static String header(RawFile file, BufferedReader lines) throws IOException {
        String first = next(file, 0, lines);
        if (first == null) {
            throw new IOException("%s is empty.".formatted(file.path()));
        }
        // Exported by a spreadsheet, a file may begin with a byte order mark.
        return first.startsWith("\uFEFF") ? first.substring(1) : first;
    }

    private static Charset charset(RawFile file) {
        return file.name().contains(".asc") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    void leaveOut() {
        leftOut++;
    }

    void leaveOut(long rows) {
        leftOut += rows;
    }

    long leftOut() {
        return leftOut;
    }

    List<BadLine> badLines() {
        return Collections.unmodifiableList(badLines);
    }
}
