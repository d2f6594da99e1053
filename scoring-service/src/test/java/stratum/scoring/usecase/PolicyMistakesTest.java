package stratum.scoring.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;

/** A policy that cannot rule is refused with a sentence for each mistake, and the place of it. */
final class PolicyMistakesTest {

    private static final String SOUND = """
            {"id": "p", "version": 1, "currency": "EUR", "effectiveFrom": "2024-01-01T00:00:00Z",
             "tiers": [
               {"code": "LOW", "names": {"en": "Low", "zh-CN": "低"}, "minScore": 0, "gates": {}},
               {"code": "MID", "names": {"en": "Mid", "zh-CN": "中"}, "minScore": 100, "gates": {"balance": 50}},
               {"code": "TOP", "names": {"en": "Top", "zh-CN": "高"}, "minScore": 500, "gates": {"balance": 90}}],
             "scoreCard": [{"dimension": "value", "weight": 2, "feature": "balance", "curve": [[0, 10], [5, 60]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60},
             "needs": [{"code": "N", "names": {"en": "Need", "zh-CN": "需求"}, "when": "features.balance > 5"}]}""";

    @Test
    void a_sound_policy_can_rule() {
        assertThatCode(() -> new PolicyReader("EUR").read(SOUND)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id": "p"                  | "id": "p p"                | /id | The policy needs an id of letters, digits and hyphens.
            "version": 1               | "version": 0               | /version | The version is a number from 1.
            "currency": "EUR"          | "currency": "euro"         | /currency | The amounts are in the bank's base currency EUR, so the currency is EUR, not euro.
            "marginPercent": 5         | "marginPercent": 100       | /marginPercent | The margin is 0 to 99 percent, not 100.
            "marginPercent": 5,        |                            | /marginPercent | The margin is 0 to 99 percent, not null.
            AT_ONCE                    | SOMETIMES                  | /promotion | The promotion is AT_ONCE or MONTH_START, not SOMETIMES.
            {"afterDays": 60}          | {"afterDays": 0}           | /demotion/afterDays | The grace is at least one day and at most 3650, not 0.
            {"afterDays": 60}          | {"afterMonthEnds": 0}      | /demotion/afterMonthEnds | The grace is at least one month-end and at most 120, not 0.
            {"afterDays": 60}          | {"afterDays": 6, "afterMonthEnds": 1} | /demotion | The grace is either afterDays or afterMonthEnds, and one of them.
            {"afterDays": 60}          | {"afterDays": 60}, "marginRates": {"deposit": 1.5} | /marginRates/deposit | A margin rate is a share from 0 to below 1 with at most 6 decimals, for example 0.015 for 1.5 percent, not 1.5.
            "minScore": 0, "gates": {} | "minScore": 1, "gates": {} | /tiers/0 | The lowest tier, LOW, must ask for nothing; else there are customers without a tier.
            "minScore": 100            | "minScore": 600            | /tiers/2/minScore | Tier TOP asks for less than the tier below it: a score of 500 after one of 600.
            "minScore": 100            | "minScore": 1001           | /tiers/1/minScore | Tier MID asks for a score of 1001; scores are 0 to 1000.
            "minScore": 500            | "minScore": 601            | /tiers/2/minScore | Nobody can reach tier TOP: it asks for a score of 601, and the score card gives 600 at most.
            {"balance": 90}            | {"balance": 49}            | /tiers/2/gates | Tier TOP asks for less balance than the tier below it, MID, which asks for 50.
            {"balance": 90}            | {}                         | /tiers/2/gates | Tier TOP asks for less balance than the tier below it, MID, which asks for 50.
            500, "gates": {"balance": 90} | 100, "gates": {"balance": 50} | /tiers/2 | Tier TOP asks for no more than MID below it, which nobody could then hold.
            {"balance": 90}            | {"balance": 90, "wealth": 1} | /tiers/2/gates/wealth | Tier TOP names the feature wealth, which does not exist.
            {"balance": 90}            | {"balance": 90.5}          | /tiers/2/gates/balance | Tier TOP asks for 90.5 of balance; a whole number is wanted, or a ratio with at most 6 decimals.
            "TOP"                      | "MID"                      | /tiers/2/code | The code MID is that of another tier.
            "zh-CN": "高"              | "zh": "高"                 | /tiers/2/names | Tier TOP has no name in zh-CN.
            "minScore": 500            | "minScore": 500, "replaces": ["MID"] | /tiers/2/replaces | Tier TOP cannot replace MID, which is still there.
            [[0, 10], [5, 60]]         | [[0, 10], [5, 9]]          | /scoreCard/0/curve/1 | The curve of dimension value goes back at point 2.
            [[0, 10], [5, 60]]         | [[5, 10], [5, 60]]         | /scoreCard/0/curve/1 | The curve of dimension value goes back at point 2.
            [[0, 10], [5, 60]]         | [[0, 10], [5, 101]]        | /scoreCard/0/curve/1 | Point 2 of dimension value is not [feature, points 0 to 100].
            [[0, 10], [5, 60]]         | []                         | /scoreCard/0/curve | Dimension value has no curve.
            "feature": "balance"       | "feature": "wealth"        | /scoreCard/0/feature | Dimension value names the feature wealth, which does not exist.
            "weight": 2                | "weight": 0                | /scoreCard | The weights of the score card sum to nothing.
            "weight": 2                | "weight": -2               | /scoreCard/0/weight | The weight of dimension value is a whole number from 0 to 1000000.
            "code": "N"                | "code": ""                 | /needs/0/code | The rule needs a code of letters, digits and hyphens.
            features.balance >         | features.blance >          | /needs/0/when | There is no blance in features.
            features.balance > 5       | profile.sex == 'F'         | /needs/0/when | There is no sex in profile.
            features.balance > 5       | tier == 1                  | /needs/0/when | Line 1, column 6: found no matching overload for '_==_' applied to '(string, int)' (candidates: (%A0, %A0)).
            features.balance > 5       | tier                       | /needs/0/when | Line 1, column 1: expected type 'bool' but found 'string'.
            "version": 1               | "version": 1, "verison": 2 | /verison | Unrecognized property "verison"
            "version": 1               | "version": "one"           | /version | Cannot deserialize value of type `java.lang.Integer` from String "one"
            """)
    void every_mistake_has_its_sentence_and_its_place(String sound, String wrong, String place, String sentence) {
        String document = SOUND.replaceFirst(
                Pattern.quote(sound.strip()), Matcher.quoteReplacement(wrong == null ? "" : wrong.strip()));

        assertThat(mistakes(document)).anySatisfy(mistake -> {
            assertThat(mistake.field()).isEqualTo(place.strip());
            assertThat(mistake.message()).startsWith(sentence.strip());
        });
    }

    @Test
    void what_is_missing_altogether_is_said_at_once() {
        assertThat(mistakes("{}").stream().map(Mistake::field))
                .contains(
                        "/id",
                        "/version",
                        "/effectiveFrom",
                        "/currency",
                        "/tiers",
                        "/scoreCard",
                        "/promotion",
                        "/demotion");
        assertThat(mistakes("[]")).hasSize(1);
        assertThat(mistakes("{")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tiers\": [null]}",
                "{\"tiers\": [{\"code\": \"A\", \"gates\": {\"balance\": null}}]}",
                "{\"tiers\": [{\"code\": \"A\", \"names\": {\"en\": null}}]}",
                "{\"tiers\": [{\"code\": \"A\", \"replaces\": [null]}]}",
                "{\"scoreCard\": [null]}",
                "{\"scoreCard\": [{\"dimension\": \"value\", \"terms\": [null]}]}",
                "{\"scoreCard\": [{\"dimension\": \"value\", \"feature\": \"balance\", \"curve\": [[0, null]]}]}",
                "{\"needs\": [null]}"
            })
    void nothing_in_a_list_or_by_name_is_null(String document) {
        assertThat(mistakes(document))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("null"));
    }

    @Test
    void there_are_at_most_eight_customer_groups() {
        String group = "{\"code\": \"G%d\", \"names\": {\"en\": \"g\", \"zh-CN\": \"群\"}, \"when\": \"true\"}";
        String nine = IntStream.range(0, 9).mapToObj(group::formatted).collect(Collectors.joining(","));

        assertThat(mistakes(SOUND.replace("\"needs\"", "\"customerGroups\": [" + nine + "], \"needs\"")))
                .containsExactly(new Mistake("/customerGroups", "There are 9; at most 8 are allowed."));
    }

    private static List<Mistake> mistakes(String document) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> new PolicyReader("EUR").read(document));
        assertThat(refused).as("refused").isNotNull();
        return refused.mistakes();
    }
}
