package stratum.campaign.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfiabilityTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            features.balance > 10 && features.balance < 5               ; features.balance would have to be two things at once
            features.balance >= 5 && features.balance <= 5              ; ``
            features.balance > 5 && features.balance <= 5               ; features.balance would have to be two things at once
            5 > features.balance && features.balance > 6                ; features.balance would have to be two things at once
            features.balance == 5 && !(features.balance >= 5)           ; features.balance would have to be two things at once
            tier == 'VIP' && tier == 'MASS'                             ; tier would have to be two things at once
            tier in ['VIP', 'CORE'] && tier != 'VIP'                    ; ``
            tier in ['VIP'] && !(tier == 'VIP')                         ; tier would have to be two things at once
            tier == 'VIP' || (tier == 'MASS' && tier == 'CORE')         ; ``
            (tier == 'VIP' && tier == 'X') || features.balance < 0 && features.balance > 0 ; tier would have to be two things at once
            stage == 'LIMBO'                                            ; there is no stage LIMBO
            stage in ['GROWTH', 'LIMBO']                                ; ``
            stage == 'GROWTH' && stage != 'GROWTH'                      ; stage would have to be two things at once
            false                                                       ; It is never true
            !true                                                       ; It is never true
            true                                                        ; ``
            !(features.balance > 5 || features.balance <= 5)            ; features.balance would have to be two things at once
            features.balance > features.avgBalance90d && features.balance < features.avgBalance90d ; ``
            has(features.balance) && features.balance > 5               ; ``
            profile.age >= 16 && profile.age < 16                       ; profile.age would have to be two things at once
            """)
    void what_nobody_can_meet_is_found_and_nothing_else(String condition, String why) throws Exception {
        assertThat(new CelConditions().contradiction(condition).orElse("")).isEqualTo(why);
    }
}
