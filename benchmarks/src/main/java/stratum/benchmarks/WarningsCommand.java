package stratum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stratum.benchmarks.drift.Trial;
import stratum.benchmarks.drift.Verdict;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.sandbox.bank.SimulatedBank;
import stratum.sandbox.run.SandboxFailure;

@Command(
        name = "warnings",
        description = "Holds the warnings of lifecycle against what the simulated bank knows, beside two simple rules.")
final class WarningsCommand implements Callable<Integer> {

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many (${DEFAULT-VALUE}).")
    private int customers;

    @Option(names = "--days", paramLabel = "N", defaultValue = "730", description = "Business days (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Which bank (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--policy", paramLabel = "FILE", description = "A lifecycle policy other than the one shipped.")
    private @Nullable Path policy;

    @Override
    public Integer call() {
        Trial trial = Trial.of(new SimulatedBank(customers, days, seed), PolicyReading.read(document()));
        say("%-20s %7s %10s %7s %12s %10s", "", "alarms", "precision", "recall", "before gone", "lead days");
        trial.verdicts().forEach(WarningsCommand::tell);
        Verdict own = trial.verdicts().get(0);
        say("");
        say("%-50s %6s %6s", "causes", "right", "wrong");
        own.causes().forEach((causes, tally) -> say("%-50s %6d %6d", causes, tally.right(), tally.wrong()));
        say("");
        own.recallByFate().forEach((fate, recall) -> say("recall of %-20s %6.3f", fate, recall));
        say("");
        say(
                "%d facts/s on one processor without a log, %d bytes kept of a customer",
                trial.factsPerSecond(), trial.bytesPerCustomer());
        return 0;
    }

    private String document() {
        try {
            return policy == null ? PolicyReading.defaultDocument() : Files.readString(policy);
        } catch (IOException e) {
            throw new SandboxFailure("The policy %s cannot be read.".formatted(policy), e);
        }
    }

    private static void tell(Verdict verdict) {
        say(
                "%-20s %7d %10.3f %7.3f %12.3f %10.1f",
                verdict.method(),
                verdict.alarms(),
                verdict.precision(),
                verdict.recall(),
                verdict.recallBeforeGone(),
                verdict.leadDays());
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
