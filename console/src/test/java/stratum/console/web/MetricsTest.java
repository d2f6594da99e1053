package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void a_service_has_reached_what_its_slowest_partition_has() {
        String page = """
                # HELP stratum_clock_seconds Business time worked through, in seconds since 1970
                # TYPE stratum_clock_seconds gauge
                stratum_clock_seconds{application="campaign",partition="0"} 7.64e8
                stratum_clock_seconds{application="campaign",partition="1"} 763999999
                stratum_facts_waiting{application="campaign",partition="1"} 3.0
                """;

        assertThat(Metrics.reached(page)).isEqualTo(Instant.ofEpochSecond(763_999_999));
    }

    @Test
    void a_service_with_a_partition_that_has_not_begun_has_reached_nothing() {
        assertThat(Metrics.reached(
                        "stratum_clock_seconds{partition=\"0\"} 0.0\nstratum_clock_seconds{partition=\"1\"} 7.64e8"))
                .isNull();
        assertThat(Metrics.reached("")).isNull();
    }
}
