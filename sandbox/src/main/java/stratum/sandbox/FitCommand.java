package stratum.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.FittedModels;
import stratum.lifecycle.usecase.FittingModels;
import stratum.lifecycle.usecase.FrequencyPlot;
import stratum.sandbox.feed.History;
import stratum.sandbox.fit.LoggedFacts;
import stratum.sandbox.fit.Rhythms;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.replay.Histories;
import stratum.sandbox.replay.SummaryFile;
import stratum.sandbox.run.Bank;
import stratum.sandbox.run.Running;
import stratum.sandbox.run.SandboxFailure;
import stratum.sandbox.run.Workplace;

@Command(
        name = "fit",
        description = {
            "Learns the customers' rhythm and value (BG/NBD and Gamma-Gamma), for a lifecycle policy:",
            "  fit             from the event log of the system that runs, in days",
            "  fit FILE        from a CSV file with the columns frequency, recency and T, in its own unit",
            "  fit DATA DIR    from real data (berka, retail or cdnow) in a folder of raw files, in days"
        })
final class FitCommand implements Callable<Integer> {

    @Parameters(arity = "0..2", paramLabel = "FROM", description = "A file, or the name of real data and its folder.")
    private List<String> from = List.of();

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            defaultValue = "fit.svg",
            description = "Where to draw expected beside actual repeat transactions (${DEFAULT-VALUE}).")
    private Path plot = Path.of("fit.svg");

    @Mixin
    private Where where = new Where();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standard();
        try {
            FittedModels fitted = FittingModels.to(rhythms());
            tell(fitted, terminal);
            Files.writeString(plot, FrequencyPlot.of(fitted));
            terminal.say("Plot: %s".formatted(plot));
            return 0;
        } catch (FittingModels.TooFew e) {
            throw new SandboxFailure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The data cannot be read or the plot not written: %s".formatted(e.getMessage()), e);
        }
    }

    private List<Rhythm> rhythms() throws IOException {
        return switch (from.size()) {
            case 0 -> logged();
            case 1 -> SummaryFile.read(Path.of(from.get(0)));
            default -> recorded(from.get(0), Path.of(from.get(1)));
        };
    }

    private List<Rhythm> logged() {
        Workplace place = where.place();
        Running running = Running.in(place)
                .orElseThrow(() -> new SandboxFailure(
                        "Nothing runs in %s; start it with ./stratum up, or name a file.".formatted(place.dir())));
        Bank bank = Bank.in(place).orElse(Bank.LIVE);
        Rhythms rhythms = new Rhythms(bank.zone(), bank.currency());
        LoggedFacts.into(rhythms, Addresses.of(running.ports()));
        return rhythms.all();
    }

    private List<Rhythm> recorded(String data, Path folder) throws IOException {
        if (!Histories.KINDS.contains(data) && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no data called '%s'; there are %s.".formatted(data, String.join(", ", Histories.KINDS)));
        }
        try (History history = Histories.open(data, folder, null)) {
            Rhythms rhythms = new Rhythms(history.zone(), history.currency());
            history.days().forEachRemaining(day -> day.facts().forEach(rhythms::take));
            return rhythms.all();
        }
    }

    private static void tell(FittedModels fitted, Terminal terminal) {
        BgNbd model = fitted.bgNbd();
        terminal.say("%d customers, log-likelihood %s"
                .formatted(fitted.customers(), number("%.1f", fitted.logLikelihood())));
        terminal.say("");
        terminal.say("For a lifecycle policy:");
        terminal.say(String.format(
                Locale.ROOT,
                "  \"bgNbd\": {\"r\": %.4f, \"alpha\": %.4f, \"a\": %.4f, \"b\": %.4f}",
                model.r(),
                model.alpha(),
                model.a(),
                model.b()));
        GammaGamma values = fitted.gammaGamma();
        if (values != null) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "  \"gammaGamma\": {\"p\": %.4f, \"q\": %.4f, \"v\": %.2f}",
                    values.p(),
                    values.q(),
                    values.v()));
        }
        terminal.say("");
        terminal.say("repeats   actual   expected");
        fitted.repeats()
                .forEach(bar -> terminal.say(String.format(
                        Locale.ROOT,
                        "%7s %8d %10.1f",
                        bar.repeats() == 7 ? "7+" : String.valueOf(bar.repeats()),
                        bar.actual(),
                        bar.expected())));
        terminal.say("");
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
