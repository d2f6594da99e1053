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
    void status_and_down_say_that_nothing_runs() {
        assertThat(run("status --dir " + dir)).isZero();
        assertThat(run("down --wipe --dir " + dir)).isZero();
    }

    private int run(String line) {
        CommandLine command = Stratum.commandLine().setErr(new PrintWriter(complaint, true));
        return command.execute(line.isEmpty() ? new String[0] : line.split(" "));
    }
}
