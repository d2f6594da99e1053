package stratum.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.sandbox.bank.SimulatedBank;

/** The warnings of the policy that is shipped, in a small bank that nothing was fitted to. */
final class TrialTest {

    @Test
    void lifecycle_warns_of_those_who_leave_before_they_are_gone_and_of_few_others() {
        List<Verdict> verdicts = Trial.of(new SimulatedBank(400, 500, 3), PolicyReading.defaultPolicy())
                .verdicts();

        Verdict lifecycle = verdicts.get(0);
        Verdict silence = verdicts.get(1);
        Verdict pauses = verdicts.get(2);
        assertThat(lifecycle.precision()).isGreaterThan(0.7).isGreaterThan(5 * pauses.precision());
        assertThat(lifecycle.recall()).isGreaterThan(0.85);
        assertThat(lifecycle.recallBeforeGone()).isGreaterThan(silence.recallBeforeGone() + 0.3);
        assertThat(lifecycle.leadDays()).isGreaterThan(silence.leadDays() + 60);
    }
}
