package stratum.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stratum.sandbox.feed.History;
import stratum.sandbox.replay.BerkaHistory;
import stratum.sandbox.run.SandboxFailure;

@Command(
        name = "replay",
        description = "Plays real data from a folder of raw files (plain, .xz or .gz), into an empty bank.")
final class ReplayCommand implements Callable<Integer> {

    /** Data sets that the sandbox can read. */
    enum DataSet {
        BERKA
    }

    @Parameters(index = "0", paramLabel = "DATA", description = "Which data: ${COMPLETION-CANDIDATES}.")
    private @Nullable DataSet data;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder of its files.")
    private @Nullable Path folder;

    @Option(names = "--until", paramLabel = "DATE", description = "The last business day (default: the data's last).")
    private @Nullable LocalDate until;

    @Mixin
    private Playing playing = new Playing();

    @Override
    public Integer call() throws InterruptedException {
        try (History history = open()) {
            return playing.play(history);
        }
    }

    private History open() {
        if (data == null || folder == null) {
            throw new IllegalStateException("picocli requires both");
        }
        try {
            return switch (data) {
                case BERKA -> BerkaHistory.open(folder, until);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new SandboxFailure("The data cannot be read: %s".formatted(e.getMessage()), e);
        }
    }
}
