package stratum.scoring.domain;

import org.jspecify.annotations.Nullable;

/**
 * What became of a customer's standing.
 *
 * @param before the standing before
 * @param after the standing after
 * @param signal what is announced; none where nothing changed
 */
public record Move(
        Standing before, Standing after, @Nullable SignalKind signal) {

    static Move stay(Standing standing) {
        return new Move(standing, standing, null);
    }
}
