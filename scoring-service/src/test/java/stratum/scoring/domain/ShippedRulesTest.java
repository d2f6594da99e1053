package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.scoring.usecase.ShippedPolicies;

/** What the default policy makes of customers beside their tier. */
final class ShippedRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-06-15");
    private static final Grouping RULES = ShippedPolicies.rolling("EUR").grouping();

    @ParameterizedTest
    @CsvSource({"0, DORMANT", "1, OCCASIONAL", "11, OCCASIONAL", "12, REGULAR", "29, REGULAR", "30, FREQUENT"})
    void behaviour_is_how_many_days_of_the_last_ninety_were_active(long days, String behaviour) {
        Features features = Features.of(Map.of(Feature.ACTIVE_DAYS_90D, days));

        assertThat(RULES.of(subject(features, person("1990-01-01", null), Set.of()))
                        .behaviour())
                .isEqualTo(behaviour);
    }

    @ParameterizedTest
    @CsvSource({
        "2004-06-15, EMPLOYEE,      YOUTH",
        "2001-06-16, SELF_EMPLOYED, YOUTH",
        "2001-06-15, SELF_EMPLOYED, BUSINESS_OWNER",
        "1964-06-15, EXECUTIVE,     SENIOR",
        "1964-06-16, EXECUTIVE,     PROFESSIONAL",
        "1980-01-01, TEACHER,       PUBLIC_SECTOR",
        "1980-01-01, EMPLOYEE,      EMPLOYEE",
        "1980-01-01, ASTRONAUT,     OTHER",
        "1980-01-01, ,              OTHER",
        ",           EMPLOYEE,      EMPLOYEE",
    })
    void the_customer_group_is_the_time_of_life_and_then_the_occupation(
            @Nullable String born, @Nullable String occupation, String group) {
        assertThat(RULES.of(subject(Features.of(Map.of()), person(born, occupation), Set.of()))
                        .customerGroup())
                .isEqualTo(group);
    }

    @Test
    void needs_follow_from_money_age_and_what_is_held() {
        Features idle = Features.of(Map.of(Feature.BALANCE, 2_000_000L, Feature.AVG_BALANCE_90D, 1_500_000L));

        assertThat(RULES.of(subject(idle, person("1970-01-01", null), Set.of(Family.DEPOSIT)))
                        .needs())
                .containsExactly("WEALTH", "PENSION");
        assertThat(RULES.of(subject(idle, person("1980-01-01", null), Set.of(Family.DEPOSIT, Family.WEALTH)))
                        .needs())
                .containsExactly("EDUCATION");
        assertThat(RULES.of(subject(idle, person(null, null), Set.of(Family.DEPOSIT)))
                        .needs())
                .containsExactly("WEALTH");
    }

    @Test
    void what_asks_for_something_unknown_does_not_hold() {
        assertThat(RULES.of(subject(Features.of(Map.of()), Profile.UNKNOWN, Set.of()))
                        .needs())
                .isEmpty();
    }

    @Test
    void of_two_customer_files_the_later_counts_whichever_comes_first() {
        Profile early = new Profile(1, 9, false, null, "STUDENT", null, false, false, null);
        Profile late = new Profile(2, 1, false, null, "EMPLOYEE", null, false, false, null);

        assertThat(early.latest(late)).isEqualTo(late).isEqualTo(late.latest(early));
    }

    private static Profile person(@Nullable String born, @Nullable String occupation) {
        LocalDate date = born == null ? null : LocalDate.parse(born);
        return new Profile(0, 0, false, date, occupation, null, false, false, null);
    }

    private static Subject subject(Features features, Profile profile, Set<Family> holdings) {
        return new Subject(features, profile, holdings, "MASS", TODAY);
    }
}
