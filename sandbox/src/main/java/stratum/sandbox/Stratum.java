package stratum.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import stratum.sandbox.run.SandboxFailure;

/** Main class of the launcher. */
@Command(
        name = "stratum",
        description = "Customer tiers, lifecycle and campaigns for a bank, the whole system on this machine.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Stratum.Version.class,
        sortOptions = false,
        // The script starts it, from a module that this one does not know.
        footer = {
            "  bench   Measures what a decision costs on this machine, for example",
            "            ./stratum bench scoring --quick"
        },
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            LoadCommand.class,
            FitCommand.class
        })
public final class Stratum implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] args) {
        // Some libraries write to java.util.logging, which would write to the user.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(run(args));
    }

    /** Exit code 0: done; 1: it could not be done, and a sentence said why; 2: a wrong argument. */
    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine whole = new CommandLine(new Stratum())
                .registerConverter(LocalDate.class, Stratum::date)
                .setExecutionExceptionHandler(Stratum::failed);
        // Inherited like all else, but only said of the whole.
        whole.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().footer());
        return whole;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is not a date such as 1994-03-31".formatted(text));
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do.");
        }
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        LoggerFactory.getLogger(Stratum.class).error("{} failed", command.getCommandName(), failure);
        String sentence = failure instanceof SandboxFailure
                ? failure.getMessage()
                : "That failed (%s); the launcher's log has the details.".formatted(failure);
        if (!ending()) {
            command.getErr().println(sentence);
        }
        return 1;
    }

    /** Ctrl-C, or a part that broke, ends the launcher; what fails after that is a consequence, and no news. */
    private static boolean ending() {
        Thread late = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(late);
            Runtime.getRuntime().removeShutdownHook(late);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"stratum 0.1.0"};
        }
    }
}
