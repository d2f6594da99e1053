package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BusinessTimeTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void a_tick_is_of_now_in_whole_milliseconds() {
        assertThat(BusinessTime.next(NOON.plusNanos(1_999_999), null)).isEqualTo(NOON.plusMillis(1));
        assertThat(BusinessTime.next(NOON, NOON.minusSeconds(1))).isEqualTo(NOON);
    }

    @Test
    void a_tick_is_a_millisecond_after_the_last_one_where_the_clock_stands_still_or_goes_back() {
        assertThat(BusinessTime.next(NOON, NOON)).isEqualTo(NOON.plusMillis(1));
        assertThat(BusinessTime.next(NOON.minusSeconds(9), NOON)).isEqualTo(NOON.plusMillis(1));
    }
}
