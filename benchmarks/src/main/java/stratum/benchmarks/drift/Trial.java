package stratum.benchmarks.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.sandbox.bank.SimulatedBank;
import stratum.schemas.FactRules;

/**
 * The verdicts on lifecycle and on the simple rules, on the same facts.
 *
 * @param verdicts lifecycle's first
 * @param factsPerSecond that lifecycle's rules decide on one processor, without a log
 * @param bytesPerCustomer what lifecycle keeps of a customer, on average
 */
public record Trial(List<Verdict> verdicts, long factsPerSecond, long bytesPerCustomer) {

    private static final int SILENCE = 90;
    private static final int PAUSES = 5;

    /** Lets a bank live, and sees how each method judged its customers. */
    public static Trial of(SimulatedBank bank, LifecyclePolicy policy) {
        OfLifecycle<?> lifecycle = OfLifecycle.by(policy, bank.currency());
        List<Method> methods = List.of(lifecycle, OfSilence.of(SILENCE), OfSilence.ofMedianPause(PAUSES));
        Set<String> seen = new HashSet<>();
        bank.days().forEachRemaining(day -> {
            List<SpecificRecord> once = new ArrayList<>();
            day.facts().stream()
                    .filter(fact -> FactRules.customerOf(fact) != null)
                    .filter(fact -> seen.add(FactRules.customerOf(fact) + " " + FactRules.eventIdOf(fact)))
                    .forEach(once::add);
            methods.forEach(method -> method.day(day.date(), once));
        });
        List<Verdict> verdicts = methods.stream()
                .map(method -> Verdict.on(method, bank.truths(), bank.lastDay()))
                .toList();
        return new Trial(verdicts, lifecycle.factsPerSecond(), lifecycle.bytesPerCustomer());
    }
}
