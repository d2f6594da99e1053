package stratum.sandbox.load;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.sandbox.run.SandboxFailure;

/** What a user hears when a file cannot be sent; that facts arrive and bad lines are named is for the system tests. */
class LoadingTest {

    private static final String NOBODY = "http://127.0.0.1:9";

    @TempDir
    private Path dir;

    @Test
    void where_no_service_answers_nothing_was_sent_and_the_user_hears_what_to_do() throws IOException {
        Path file = Files.writeString(dir.resolve("facts.ndjson"), "{}\n{}\n");

        assertThatExceptionOfType(SandboxFailure.class)
                .isThrownBy(() -> new Loading(file, NOBODY, said -> {}).load())
                .withMessage(
                        "%s could not be sent after line 0: the customer-service does not answer; `./stratum up` starts it. Load it again then: no fact counts twice.",
                        file);
    }

    @Test
    void a_file_that_is_not_there_gets_one_sentence() {
        Path file = dir.resolve("none.ndjson");

        assertThatExceptionOfType(SandboxFailure.class)
                .isThrownBy(() -> new Loading(file, NOBODY, said -> {}).load())
                .withMessage("There is no file %s.", file);
    }
}
