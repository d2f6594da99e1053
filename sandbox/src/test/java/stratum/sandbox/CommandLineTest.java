package stratum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    private Path dir;

    private final StringWriter complaint = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                              | Say what to do.
                    dance                           | Unmatched argument
                    demo --customers many           | 'many' is not an int
                    demo --customers 0              | at least one customer
                    demo --days 0                   | one day
                    up --port-offset 60000          | The port offset must be between 0 and 56442.
                    up --port-offset -1             | The port offset must be between 0 and 56442.
                    replay                          | Missing required parameters
                    replay paris .                  | There is no data called 'paris'; there are berka, retail, cdnow.
                    replay berka . --until tomorrow | 'tomorrow' is not a
                    load                            | Missing required parameter
                    fit paris .                     | There is no data called 'paris'; there are berka, retail, cdnow.
                    down --everything               | Unknown option: '--everything'
                    """)
    void a_wrong_argument_is_answered_with_usage(String line, String sentence) {
        int code = run(line);

        assertThat(code).isEqualTo(2);
        assertThat(complaint.toString()).contains(sentence).contains("Usage: stratum");
    }

    @Test
    void a_folder_without_the_data_gets_one_sentence() {
        int code = run("replay berka %s --dir %s".formatted(dir.resolve("nothing"), dir));

        assertThat(code).isEqualTo(1);
        assertThat(complaint.toString().lines()).singleElement().asString().startsWith("The data cannot be read: ");
    }

    @Test
    void facts_cannot_be_loaded_where_nothing_runs() throws Exception {
        Path facts = java.nio.file.Files.writeString(dir.resolve("facts.ndjson"), "{}\n");

        int code = run("load %s --dir %s --port-offset 13000".formatted(facts, dir));

        assertThat(code).isEqualTo(1);
        assertThat(complaint.toString().lines())
                .singleElement()
                .asString()
                .isEqualTo("Nothing runs in %s; `./stratum up --dir %s` starts it.".formatted(dir, dir));
    }

    @Test
    void nothing_is_learned_where_nothing_runs_or_too_few_came_back() throws Exception {
        Path few = java.nio.file.Files.writeString(dir.resolve("few.csv"), "ID,frequency,recency,T\n1,2,3,4\n");
        Path broken = java.nio.file.Files.writeString(dir.resolve("broken.csv"), "ID,frequency,recency,T\n1,2,5,4\n");

        assertThat(run("fit --dir " + dir)).isEqualTo(1);
        assertThat(run("fit " + few)).isEqualTo(1);
        assertThat(run("fit " + broken)).isEqualTo(1);

        assertThat(complaint.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Nothing runs in "),
                        line -> assertThat(line).startsWith("1 customers came back"),
                        line -> assertThat(line).contains("Line 2 of ").contains("no customer's frequency"));
    }

    @Test
    void what_was_learned_of_a_file_is_drawn(@TempDir Path plots) throws Exception {
        StringBuilder rows = new StringBuilder("ID,frequency,recency,T,monetary_value\n");
        for (int i = 0; i < 60; i++) {
            rows.append("%d,%d,%d,40,%d\n".formatted(i, i % 6, i % 6 == 0 ? 0 : 5 * (i % 6) + i % 3, 20 + i % 7));
        }
        Path file = java.nio.file.Files.writeString(dir.resolve("customers.csv"), rows);
        Path plot = plots.resolve("fit.svg");

        assertThat(run("fit %s --plot %s".formatted(file, plot))).isZero();

        assertThat(plot).content().startsWith("<svg ").contains("60 in all");
    }

    @Test
    void status_and_down_say_that_nothing_runs() {
        assertThat(run("status --dir " + dir)).isZero();
        assertThat(run("down --wipe --dir " + dir)).isZero();
    }

    private int run(String line) {
        CommandLine command = Stratum.commandLine().setErr(new PrintWriter(complaint, true));
        return command.execute(line.isEmpty() ? new String[0] : line.split(" "));
    }
}
