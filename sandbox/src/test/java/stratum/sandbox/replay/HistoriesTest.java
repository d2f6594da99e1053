package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
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
    void a_packed_file_that_is_none_is_refused_with_its_name() {
        new Folder(path).with("CDNOW_master.txt", "");
        assertThatThrownBy(() -> Histories.open("cdnow", path, null))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("CDNOW_master.txt is empty.");
    }
}
