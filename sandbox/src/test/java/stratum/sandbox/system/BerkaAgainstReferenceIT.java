package stratum.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.sandbox.replay.BerkaHistory;
import stratum.sandbox.replay.RealData;

/** The Czech bank's real accounts through the whole system, held against the reference at several dates. */
final class BerkaAgainstReferenceIT {

    private static final int ACCOUNTS = 1229;

    @TempDir
    private Path dir;

    @Test
    void every_customer_of_the_berka_slice_stands_where_the_reference_says() throws IOException {
        Part history = Part.of(BerkaHistory.open(RealData.folder("berka"), null));
        AgainstReference reference = new AgainstReference(history);
        try (Road road = Road.open(dir, 4000, 4, history)) {
            int from = 0;
            for (int to : new int[] {120, 300, history.playedDays().size()}) {
                Part part = history.days(from, to);
                road.play(part);
                reference.assertScores(road.get("scoring-service", "/v1/scores"), part.lastDay());
                from = to;
            }
            reference.assertSignals(road);
            assertThat(road.get("scoring-service", "/v1/scores")).hasSize(ACCOUNTS);
        }
    }
}
