package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.sandbox.feed.History;

class HistoriesTest {

    @TempDir
    Path path;

    @Test
    void a_history_is_opened_by_the_name_a_user_types() throws IOException {
        new Folder(path).with("CDNOW_master.txt", "customer_id date number_of_cds dollar_value\n1 19970101 1 1.00\n");
        try (History cdnow = Histories.open("cdnow", path, null)) {
            assertThat(cdnow.name()).isEqualTo("cdnow");
            assertThat(cdnow.currency()).isEqualTo("USD");
        }
    }

    @Test
    void every_kind_looks_into_the_folder() {
        assertThat(Histories.KINDS)
                .allSatisfy(kind -> assertThatThrownBy(() -> Histories.open(kind, path, null))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(path.toString()));
    }

    @Test
    void a_name_nobody_knows_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> Histories.open("visa", path, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no history 'visa'; there are berka, retail, cdnow.");
    }

    @Test
    void a_damaged_file_is_refused_with_its_name_and_how_far_it_could_be_read() throws IOException {
        String rows = "1 19970101 1 1.00\n".repeat(100_000);
        new Folder(path).with("whole.gz", "customer_id date number_of_cds dollar_value\n" + rows);
        byte[] whole = Files.readAllBytes(path.resolve("whole.gz"));
        Files.write(path.resolve("CDNOW_master.txt.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Histories.open("cdnow", path, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CDNOW_master.txt.gz is damaged after line ");
    }

    @Test
    void a_file_that_is_not_packed_as_its_name_says_is_refused() throws IOException {
        Files.writeString(path.resolve("CDNOW_master.txt.xz"), "customer_id date number_of_cds dollar_value\n");
        assertThatThrownBy(() -> Histories.open("cdnow", path, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CDNOW_master.txt.xz cannot be unpacked");
    }

    @Test
    void an_empty_file_is_refused() {
        new Folder(path).with("CDNOW_master.txt", "");
        assertThatThrownBy(() -> Histories.open("cdnow", path, null))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("CDNOW_master.txt is empty.");
    }
}
