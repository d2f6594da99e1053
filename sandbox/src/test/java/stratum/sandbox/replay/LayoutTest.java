package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private final Layout layout = Layout.separatedBy(';');

    @BeforeEach
    void three_columns() throws IOException {
        layout.columns(new RawFile(Path.of("a.csv")), "\"a\";b;\" c \"", List.of("a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    1;2;3               | 1     | 2      | 3
                    "1";2;"3"           | 1     | 2      | 3
                    "1";;""             | 1     | ''     | ''
                    "one;1";2;"3"       | one;1 | 2      | 3
                    "say ""x"" y";"";3  | say "x" y | ''   | 3
                    1;" two ";3         | 1     | two    | 3
                    """)
    void a_line_is_divided_by_the_separator_outside_quotes(String line, String a, String b, String c)
            throws Row.Unreadable {
        Row row = layout.row(line);
        assertThat(List.of(row.text("a"), row.text("b"), row.text("c"))).containsExactly(a, b, c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;\"2;3", "\"1\"x;2;3", "1;2", "1;2;3;4", "\"1;2;3\"", "1;2;\""})
    void a_line_that_cannot_be_divided_into_the_columns_is_unreadable(String line) {
        assertThatThrownBy(() -> layout.row(line)).isInstanceOf(Row.Unreadable.class);
    }

    @Test
    void a_first_line_that_lacks_a_column_is_refused() {
        RawFile file = new RawFile(Path.of("a.csv"));
        assertThatThrownBy(() -> Layout.separatedByBlanks().columns(file, "a b", List.of("a", "z")))
                .isInstanceOf(IOException.class)
                .hasMessage("a.csv has no column z in its first line.");
    }
}
