package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policy rules is a matter of event time. */
final class PoliciesTest {

    private static final Policies POLICIES = Policies.only(version(1, "2024-01-01T00:00:00Z"))
            .with(List.of(
                    version(3, "2024-06-01T00:00:00Z"),
                    version(2, "2024-03-01T00:00:00Z"),
                    version(4, "2024-06-01T00:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T23:59:59.999Z, 1",
        "2024-01-01T00:00:00Z, 1",
        "2024-02-29T23:59:59.999Z, 1",
        "2024-03-01T00:00:00Z, 2",
        "2024-05-31T23:59:59.999Z, 2",
        // of two for the same moment, the one published later
        "2024-06-01T00:00:00Z, 4",
        "2030-01-01T00:00:00Z, 4",
    })
    void each_version_rules_from_its_moment_until_that_of_the_next(Instant moment, int version) {
        assertThat(POLICIES.at(moment).version()).isEqualTo(version);
    }

    @Test
    void the_next_change_is_known() {
        assertThat(POLICIES.nextChangeAfter(Instant.parse("2024-03-01T00:00:00Z")))
                .contains(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(POLICIES.nextChangeAfter(Instant.parse("2024-06-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void a_version_told_again_changes_nothing() {
        Policies again = POLICIES.with(List.of(version(3, "2024-06-01T00:00:00Z"), version(2, "2024-07-01T00:00:00Z")));

        assertThat(again).isEqualTo(POLICIES);
    }

    private static TierPolicy version(int version, String from) {
        return new TierPolicy(
                "p",
                version,
                Instant.parse(from),
                List.of(),
                new ScoreCard(List.of()),
                Promotion.AT_ONCE,
                MarginRates.NONE,
                Grouping.NONE);
    }
}
