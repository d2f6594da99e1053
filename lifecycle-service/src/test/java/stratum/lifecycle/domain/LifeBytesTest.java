package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is kept of a customer. */
final class LifeBytesTest {

    @Test
    void the_first_byte_is_the_layout() {
        assertThat(Life.UNKNOWN.toBytes()[0]).isEqualTo((byte) 3);
    }

    @Test
    void bytes_of_a_later_version_are_refused_rather_than_guessed() {
        byte[] later = Life.UNKNOWN.toBytes();
        later[0] = 4;

        assertThatThrownBy(() -> Life.fromBytes(later)).hasMessageContaining("layout 4");
    }

    @Test
    void every_number_comes_back_as_it_went() {
        long[] numbers = {0, 1, -1, 63, 64, -64, -65, 1L << 40, -(1L << 40), Long.MAX_VALUE, Long.MIN_VALUE};
        ByteWriter out = new ByteWriter();
        for (long number : numbers) {
            out.number(number);
        }

        ByteReader in = new ByteReader(out.toBytes());

        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
        }
    }
}
