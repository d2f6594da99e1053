package stratum.benchmarks;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import stratum.sandbox.run.SandboxFailure;

/** Main class of {@code ./stratum bench}. */
@Command(
        name = "stratum bench",
        description = "Measures what a decision costs on this machine.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {ScoringCommand.class, LifecycleCommand.class, WarningsCommand.class})
public final class Bench implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Bench::failed)
                .execute(args));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to measure.");
        }
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        LoggerFactory.getLogger(Bench.class).error("{} failed", command.getCommandName(), failure);
        String sentence =
                failure instanceof SandboxFailure ? failure.getMessage() : "That failed (%s).".formatted(failure);
        command.getErr().println(sentence);
        return 1;
    }
}
