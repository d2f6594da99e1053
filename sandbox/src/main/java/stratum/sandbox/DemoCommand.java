package stratum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import stratum.sandbox.bank.SimulatedBank;
import stratum.sandbox.play.Staffing;
import stratum.sandbox.run.Workplace;

@Command(
        name = "demo",
        description = "Starts everything, plays a simulated bank through it from an empty start, and sums up.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many customers (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "730",
            description = "How many business days (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The same seed gives the same bank (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private Playing playing = new Playing();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SimulatedBank bank = bank();
        return playing.play(bank, sandbox -> {
            keepTruth(bank, sandbox.place());
            new Staffing(sandbox.url("customer-service")).put();
        });
    }

    private static void keepTruth(SimulatedBank bank, Workplace place) {
        try {
            bank.writeTruths(place.data().resolve("truth.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulatedBank bank() {
        try {
            return new SimulatedBank(customers, days, seed);
        } catch (IllegalArgumentException e) {
            throw spec == null ? e : new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
