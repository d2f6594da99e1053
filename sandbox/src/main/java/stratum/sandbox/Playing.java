package stratum.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stratum.sandbox.feed.History;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.play.Played;
import stratum.sandbox.play.Player;
import stratum.sandbox.play.Progress;
import stratum.sandbox.play.Settling;
import stratum.sandbox.run.Bank;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxSettings;
import stratum.sandbox.summary.Outcome;
import stratum.sandbox.summary.Summary;
import stratum.sandbox.summary.SummaryTable;

/** What playing a history is like, whichever it is: a fresh bank, a progress bar, a summary, and the console after. */
final class Playing {

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(120);

    @Mixin
    private Where where = new Where();

    @Option(names = "--exit", description = "Stops after the summary; exit code 1 if anything was lost or refused.")
    private boolean exit;

    @Option(names = "--summary", paramLabel = "FILE", description = "Writes the summary as JSON too.")
    private @Nullable Path summaryFile;

    int play(History history) throws InterruptedException {
        return play(history, sandbox -> {});
    }

    /** What else is to be done before the first day, once everything runs. */
    @FunctionalInterface
    interface Preparation {

        void in(Sandbox sandbox) throws InterruptedException;
    }

    int play(History history, Preparation preparation) throws InterruptedException {
        Terminal terminal = Terminal.standard();
        Bank bank = new Bank(history.name(), history.currency(), history.zone(), false);
        SandboxSettings settings = where.settings().playing(bank).archiving(!exit);
        Session session = Session.start(settings, terminal);
        preparation.in(session.sandbox());
        Addresses addresses = Addresses.of(session.sandbox());
        terminal.say("Playing %s, %s to %s; the console is at %s."
                .formatted(
                        history.name(),
                        history.firstDay(),
                        history.lastDay(),
                        session.sandbox().url("console")));
        Played played = play(history, addresses, settings.partitions(), terminal);
        Outcome outcome = Outcome.read(addresses);
        Summary summary = Summary.of(played, outcome);
        tell(summary, outcome, history, terminal);
        if (!exit) {
            session.untilInterrupted();
        }
        return clean(summary, outcome) ? 0 : 1;
    }

    private static Played play(History history, Addresses addresses, int partitions, Terminal terminal) {
        Duration pace = Duration.ofMillis(terminal.real() ? 250 : 5000);
        Progress progress = new Progress(history, pace, terminal::progress);
        try (Player player = new Player(history, addresses, progress, LONGEST_STANDSTILL)) {
            Played played = player.play();
            Instant last = history.endOf(played.asOf());
            Settling settling = new Settling(addresses, LONGEST_STANDSTILL, partitions);
            settling.awaitCampaign(last);
            settling.awaitCustomer();
            return played;
        }
    }

    private void tell(Summary summary, Outcome outcome, History history, Terminal terminal) {
        SummaryTable.of(summary, outcome, history).forEach(terminal::say);
        terminal.say("");
        if (summaryFile != null) {
            summary.writeTo(summaryFile);
            terminal.say("Summary: %s".formatted(summaryFile));
        }
    }

    private static boolean clean(Summary summary, Outcome outcome) {
        return summary.facts().processed() == summary.facts().published()
                && outcome.deadLetters().unexpected() == 0;
    }
}
