package stratum.sandbox.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.History;

/** The real histories that can be replayed, by the name a user types. */
public final class Histories {

    public static final List<String> KINDS = List.of("berka", "retail", "cdnow");

    private Histories() {}

    /**
     * Opens a history from a folder of raw files (plain, .xz or .gz).
     *
     * @param until the last business day; none for the last day of the data
     * @throws IOException if a file is missing or is not what its name says, in one sentence
     * @throws IllegalArgumentException if there is no such history, or it begins after {@code until}
     */
    public static History open(String kind, Path folder, @Nullable LocalDate until) throws IOException {
        return switch (kind) {
            case "berka" -> BerkaHistory.open(folder, until);
            case "retail" -> RetailHistory.open(folder, until);
            case "cdnow" -> CdnowHistory.open(folder, until);
            default ->
                throw new IllegalArgumentException(
                        "There is no history '%s'; there are %s.".formatted(kind, String.join(", ", KINDS)));
        };
    }
}
