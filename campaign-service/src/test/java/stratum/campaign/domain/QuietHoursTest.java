package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(textBlock = """
            # moment (UTC),          zone,             silent until (UTC)
            2025-01-10T07:59:59.999Z, UTC,              2025-01-10T08:00:00Z
            2025-01-10T08:00:00Z,     UTC,
            2025-01-10T20:59:59.999Z, UTC,
            2025-01-10T21:00:00Z,     UTC,              2025-01-11T08:00:00Z
            2025-01-10T12:59:59Z,     Asia/Shanghai,
            2025-01-10T13:00:00Z,     Asia/Shanghai,    2025-01-11T00:00:00Z
            2025-01-10T23:59:59Z,     Asia/Shanghai,    2025-01-11T00:00:00Z
            2025-01-10T12:00:00Z,     America/New_York, 2025-01-10T13:00:00Z
            # the night in which clocks are put forward, and the one in which they are put back
            2025-03-29T22:00:00Z,     Europe/Prague,    2025-03-30T06:00:00Z
            2025-10-25T22:00:00Z,     Europe/Prague,    2025-10-26T07:00:00Z
            """)
    void they_end_at_eight_by_the_customers_own_clock(Instant at, ZoneId zone, @Nullable Instant until) {
        assertThat(QuietHours.STANDARD.endAfter(at, zone).orElse(null)).isEqualTo(until);
    }

    @Test
    void they_may_lie_within_a_day_and_there_may_be_none() {
        ZoneId utc = ZoneId.of("UTC");
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);

        assertThat(noon.endAfter(Instant.parse("2025-01-10T13:00:00Z"), utc))
                .contains(Instant.parse("2025-01-10T14:00:00Z"));
        assertThat(noon.endAfter(Instant.parse("2025-01-10T11:59:59Z"), utc)).isEmpty();
        assertThat(none.endAfter(Instant.parse("2025-01-10T12:00:00Z"), utc)).isEmpty();
        assertThat(none.endAfter(Instant.parse("2025-01-10T03:00:00Z"), utc)).isEmpty();
    }

    /** Quiet hours that end within the hour that comes twice end with its second coming, and are over after that. */
    @Test
    void an_end_in_the_hour_that_comes_twice_is_the_later_one() {
        ZoneId prague = ZoneId.of("Europe/Prague");
        QuietHours odd = new QuietHours(LocalTime.of(21, 0), LocalTime.of(2, 30));
        Instant between = Instant.parse("2025-10-26T01:10:00Z");

        assertThat(odd.endAfter(between, prague)).contains(Instant.parse("2025-10-26T01:30:00Z"));
        assertThat(odd.endAfter(Instant.parse("2025-10-26T01:30:00Z"), prague)).isEmpty();
    }
}
