package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other versions kept is refused with a sentence that says what to do. */
final class KeptTest {

    @ParameterizedTest
    @CsvSource({
        "1, 'reset the application so that it reads the facts again'",
        "4, 'run the version that wrote it, or a later one'"
    })
    void another_layout_is_refused(byte layout, String remedy) {
        assertThatThrownBy(() -> Kept.read(new byte[] {layout}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "A customer's state has layout %d, and this version reads layouts 2 and 3 only; %s",
                        layout, remedy);
    }
}
