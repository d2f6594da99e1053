package stratum.scoring.stream;

import org.jspecify.annotations.Nullable;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.LinkKind;
import stratum.scoring.domain.Profile;
import stratum.scoring.domain.TierOverride;

/** Reads the customer file as scoring needs it. */
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
                isLinked(file, LinkKind.LEGAL_REPRESENTATIVE_OF),
                override(file.getTierOverride()));
    }

    private static boolean isLinked(CustomerProfiled file, LinkKind kind) {
        return file.getLinks().stream().anyMatch(link -> link.getKind() == kind);
    }

    private static @Nullable TierOverride override(stratum.events.@Nullable TierOverride told) {
        return told == null ? null : new TierOverride(told.getTier(), told.getReason(), told.getBy(), told.getUntil());
    }

    private static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
