package stratum.scoring.domain;

import java.util.Arrays;

/**
 * Bounds where facts are already booked on a date still to come (a clock ahead of the bank's brought them): every date is
 * looked at. Rare, and so it may cost what it costs.
 */
final class AheadOfMore implements Outlook {

    private final Ledger ledger;
    private final int today;
    private final MarginRates margins;

    AheadOfMore(Ledger ledger, int today, MarginRates margins) {
        this.ledger = ledger;
        this.today = today;
        this.margins = margins;
    }

    @Override
    public Features least(int days) {
        Features.Taking least = new Features.Taking();
        Range[] ranges = look(days);
        for (Feature feature : Feature.values()) {
            Range range = ranges[feature.ordinal()];
            if (range.isWhole()) {
                least.with(feature, range.least());
            }
        }
        return least.taken();
    }

    @Override
    public Features most(int days) {
        Features.Taking most = new Features.Taking();
        Range[] ranges = look(days);
        for (Feature feature : Feature.values()) {
            Range range = ranges[feature.ordinal()];
            if (!range.isEmpty()) {
                most.with(feature, range.most());
            }
        }
        return most.taken();
    }

    private Range[] look(int days) {
        Range[] ranges = new Range[Feature.values().length];
        Arrays.setAll(ranges, i -> new Range());
        int settled = Math.min(days, lastDate() - today + Ledger.REACH);
        for (int day = 1; day <= settled; day++) {
            see(today + day, ranges);
        }
        see(today + days, ranges);
        return ranges;
    }

    /** After this date and the longest window, features only grow. */
    private int lastDate() {
        Day[] known = ledger.days;
        int last = known.length == 0 ? today : known[known.length - 1].date;
        return ledger.hasBegun() ? Math.max(ledger.start(), last) : last;
    }

    private void see(int date, Range[] ranges) {
        Features features = new Position(ledger, date, margins).features();
        for (Feature feature : Feature.values()) {
            Range range = ranges[feature.ordinal()];
            if (features.isKnown(feature)) {
                range.see(features.orZero(feature));
            } else {
                range.miss();
            }
        }
    }
}
