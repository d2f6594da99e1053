package stratum.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stratum.sandbox.feed.History;
import stratum.sandbox.replay.Histories;
import stratum.sandbox.run.SandboxFailure;

@Command(
        name = "replay",
        description = "Plays real data from a folder of raw files (plain, .xz or .gz), into an empty bank.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DATA", description = "berka, retail or cdnow.")
    private @Nullable String data;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder of its files.")
    private @Nullable Path folder;

    @Option(names = "--until", paramLabel = "DATE", description = "The last business day (default: the data's last).")
    private @Nullable LocalDate until;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Playing playing = new Playing();

    @Override
    public Integer call() throws InterruptedException {
        try (History history = open()) {
            return playing.play(history);
        }
    }

    private History open() {
        if (data == null || folder == null || spec == null) {
            throw new IllegalStateException("picocli sets them");
        }
        if (!Histories.KINDS.contains(data)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no data called '%s'; there are %s.".formatted(data, String.join(", ", Histories.KINDS)));
        }
        try {
            return Histories.open(data, folder, until);
        } catch (IOException | IllegalArgumentException e) {
            throw new SandboxFailure("The data cannot be read: %s".formatted(e.getMessage()), e);
        }
    }
}
