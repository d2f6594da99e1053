package stratum.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.sandbox.load.FactLine.Readable;
import stratum.sandbox.load.FactLine.Unreadable;

class FactFileTest {

    @TempDir
    private Path dir;

    @Test
    void lines_are_numbered_as_an_editor_numbers_them() throws IOException {
        assertThat(lines(file("facts.ndjson", "one\n\ntwo\r\nlast without an end")))
                .containsExactly(
                        new Readable(1, "one"),
                        new Readable(2, ""),
                        new Readable(3, "two\r"),
                        new Readable(4, "last without an end"));
    }

    @Test
    void an_empty_file_has_no_line() throws IOException {
        assertThat(lines(file("facts.ndjson", ""))).isEmpty();
    }

    @Test
    void what_a_spreadsheet_puts_before_the_first_line_is_passed_over() throws IOException {
        assertThat(lines(file("facts.ndjson", "\uFEFF{}\n{}\n")))
                .containsExactly(new Readable(1, "{}"), new Readable(2, "{}"));
    }

    @Test
    void a_line_in_another_encoding_costs_itself_and_not_the_rest() throws IOException {
        Path latin =
                Files.write(dir.resolve("facts.ndjson"), "Müller\nNováková 王\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(latin, "王\n".getBytes(StandardCharsets.UTF_8), java.nio.file.StandardOpenOption.APPEND);

        assertThat(lines(latin))
                .containsExactly(
                        new Unreadable(1, "It is not in UTF-8."),
                        new Unreadable(2, "It is not in UTF-8."),
                        new Readable(3, "王"));
    }

    @Test
    void a_line_without_an_end_is_not_kept_in_memory() throws IOException {
        String endless = "x".repeat(5 * FactFile.LONGEST_LINE);

        assertThat(lines(file("facts.ndjson", endless + "\ngood\n")))
                .containsExactly(new Unreadable(1, "It is longer than 1,048,576 bytes."), new Readable(2, "good"));
    }

    @Test
    void a_packed_file_is_unpacked() throws IOException {
        Path packed = Files.write(dir.resolve("facts.ndjson.gz"), packed("one\ntwo\n"));

        assertThat(lines(packed)).containsExactly(new Readable(1, "one"), new Readable(2, "two"));
    }

    @Test
    void a_file_that_is_not_there_or_not_what_its_name_says_gets_a_sentence() throws IOException {
        Path named = file("facts.ndjson.gz", "plain\n");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FactFile.open(dir.resolve("none.ndjson")))
                .withMessage("There is no file %s.", dir.resolve("none.ndjson"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FactFile.open(dir))
                .withMessage("There is no file %s.", dir);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> FactFile.open(named))
                .withMessageStartingWith("%s cannot be unpacked: ", named);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<FactLine> lines(Path path) throws IOException {
        List<FactLine> lines = new ArrayList<>();
        try (FactFile file = FactFile.open(path)) {
            for (FactLine line = file.next(); line != null; line = file.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
