package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.lifecycle.usecase.PolicyReading;

/** A customer who counted as gone, and pays on the very day on which that was found. */
final class ComingBackTest {

    private final Lifecycle lifecycle = new Lifecycle(PolicyReading.defaultPolicy());
    private Life life = Life.UNKNOWN;

    @ParameterizedTest
    @CsvSource({"1, true, GROWTH", "0, true, CHURNED", "-1, true, CHURNED", "1, false, CHURNED"})
    void a_payment_by_the_customer_after_the_moment_wins_a_silent_customer_back(
            int secondsAfter, boolean byCustomer, Stage then) {
        Standing silent = silent();

        pay(silent.at().plusSeconds(secondsAfter), byCustomer);

        assertThat(requireNonNull(life.standing()).stage()).isEqualTo(then);
    }

    @Test
    void won_back_is_the_cause() {
        pay(silent().at().plusSeconds(1), true);

        assertThat(requireNonNull(life.standing()).cause()).isEqualTo(Cause.WON_BACK);
    }

    /** Pays every other day in January, and is found to be silent at noon of a day much later. */
    private Standing silent() {
        for (int day = 1; day < 31; day += 2) {
            pay(Instant.parse("2024-01-01T09:00:00Z").plusSeconds(day * 86_400L), true);
        }
        for (LocalDate due = life.reviewDate(); due != null; due = life.reviewDate()) {
            life = lifecycle
                    .review(life, due, due.atTime(12, 0).toInstant(ZoneOffset.UTC))
                    .life();
        }
        Standing standing = requireNonNull(life.standing());
        assertThat(standing.cause()).isEqualTo(Cause.SILENT);
        return standing;
    }

    private void pay(Instant at, boolean byCustomer) {
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Fact.Booking booking = new Fact.Booking(date, 1, byCustomer, false, Fact.Kind.OTHER, 100);
        Fact paid = new Fact.Transaction("paid " + at, at, date, "current", Family.DEPOSIT, null, booking);
        life = lifecycle.book(life, paid, date, at).life();
    }
}
