package stratum.lifecycle.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.platform.web.InvalidInput;

/** A sentence for every mistake, with its place. */
final class PolicyMistakesTest {

    @Test
    void the_policy_that_is_shipped_has_none() {
        assertThat(PolicyReading.defaultPolicy().id()).isEqualTo("lifecycle-default");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "id": "lifecycle-default"  | "id": "no good"            | /id                     | The policy needs an id of letters, digits and hyphens.
            "version": 1               | "version": 0               | /version                | The version is a whole number from 1 to 2147483647, not 0.
            "1970-01-01T00:00:00Z"     | "soon"                     | /effectiveFrom          | The policy needs a moment from which it rules, such as 2026-01-31T00:00:00Z, between 1900 and 2199.
            "1970-01-01T00:00:00Z"     | "+999999999-01-01T00:00:00Z" | /effectiveFrom        | The policy needs a moment from which it rules, such as 2026-01-31T00:00:00Z, between 1900 and 2199.
            ["DEPOSIT"                 | [null                      | /signals/mainProducts/0 | There is no product family ; there are DEPOSIT, WEALTH, LOAN, MORTGAGE, CARD, INSURANCE, PENSION, PAYMENT.
            "COMPLAINT": 25            | "COMPLAINT": null          | /weights/COMPLAINT      | The weight of COMPLAINT is a whole number from 0 to 100, not null.
            "alpha": 10.0              | "alpha": -1                | /bgNbd/alpha            | The BG/NBD parameter alpha is a number from 0.001 to 1.0E12, not -1.
            "q": 1.85                  | "q": 1                     | /gammaGamma/q           | The Gamma-Gamma parameter q, without which there is no mean, is a number from 1.000001 to 1.0E12, not 1.
            "silentBelow": 0.05        | "silentBelow": 0.9         | /cadence/silentBelow    | A customer is lost at 0.9, before the cadence is broken, at 0.5.
            "exit": 30                 | "exit": 60                 | /atRisk/exit            | Risk is left at 60, above where it is entered, at 50.
            "calmDays": 14             | "calmDays": "14"           | /atRisk/calmDays        | The time of recovering is a whole number from 1 to 3650, not "14".
            "change": -0.5             | "change": 0.5              | /balanceOutflow/change  | The change of an outflow is a number from -1.0 to -1.0E-6, not 0.5.
            "COMPLAINT": 25            | "COMPLAINED": 25           | /weights/COMPLAINT      | The weight of COMPLAINT is a whole number from 0 to 100, not left out.
            ["DEPOSIT"                 | ["GOLD"                    | /signals/mainProducts/0 | There is no product family GOLD; there are DEPOSIT, WEALTH, LOAN, MORTGAGE, CARD, INSURANCE, PENSION, PAYMENT.
            "tenureDays": 365          | "tenureDays": 365, "x": 1  | /maturity/x             | There is nothing called x here.
            """)
    void a_mistake_is_said_with_its_place(String right, String wrong, String place, String sentence) {
        String document = PolicyReading.defaultDocument();
        assertThat(document).contains(right);

        List<InvalidInput.Mistake> mistakes = mistakesIn(document.replace(right, wrong));

        assertThat(mistakes).contains(new InvalidInput.Mistake(place, sentence));
    }

    @Test
    void every_mistake_is_said_at_once() {
        assertThat(mistakesIn("{}")).hasSizeGreaterThan(30);
        assertThat(mistakesIn("[]")).isNotEmpty();
        assertThat(mistakesIn("null")).isNotEmpty();
        assertThat(mistakesIn("")).isNotEmpty();
        assertThat(mistakesIn("{"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.field()).isEqualTo("/"));
    }

    @Test
    void what_was_learned_becomes_a_later_version_and_all_else_stays() {
        LifecyclePolicy before = PolicyReading.defaultPolicy();
        FittedModels fitted = new FittedModels(
                100, new BgNbd(0.24312345678, 4.4, 0.79, 2.4), -1, new GammaGamma(6.25, 3.74, 1544), List.of());

        Instant from = Instant.parse("2026-02-01T00:00:00Z");

        LifecyclePolicy draft = PolicyReading.read(PolicyReading.draftOf(before, 7, from, fitted));

        assertThat(draft.version()).isEqualTo(7);
        assertThat(draft.bgNbd()).isEqualTo(new BgNbd(0.243123, 4.4, 0.79, 2.4));
        assertThat(draft.gammaGamma()).isEqualTo(new GammaGamma(6.25, 3.74, 1544));
        assertThat(draft.weights()).isEqualTo(before.weights());
        assertThat(draft.effectiveFrom()).isEqualTo(from);
        assertThat(draft.signals()).isEqualTo(before.signals());
    }

    private static List<InvalidInput.Mistake> mistakesIn(String document) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> PolicyReading.read(document));
        return refused == null ? List.of() : refused.mistakes();
    }
}
