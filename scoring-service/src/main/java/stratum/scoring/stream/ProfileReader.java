package stratum.scoring.stream;

import org.jspecify.annotations.Nullable;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.LinkKind;
import stratum.scoring.domain.Profile;

/** Reads the customer file as rules for needs and groups need it. */
final class ProfileReader {

    private ProfileReader() {}

    static Profile read(CustomerProfiled file) {
        return new Profile(
                file.getOccurredAt().toEpochMilli(),
                file.getEventId().hashCode(),
                file.getKind() == CustomerKind.CORPORATE,
                file.getBirthDate(),
                orNone(file.getOccupation()),
                orNone(file.getIncomeBand()),
                isLinked(file, LinkKind.EMPLOYED_BY),
                isLinked(file, LinkKind.LEGAL_REPRESENTATIVE_OF));
    }

    private static boolean isLinked(CustomerProfiled file, LinkKind kind) {
        return file.getLinks().stream().anyMatch(link -> link.getKind() == kind);
    }

    private static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
