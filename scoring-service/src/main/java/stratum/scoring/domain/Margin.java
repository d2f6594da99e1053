package stratum.scoring.domain;

/**
 * How far below what a tier asks for is still close.
 *
 * @param scorePercent of the score, 0 to 99
 * @param gatePercent of each gate, 0 to 99
 */
record Margin(int scorePercent, int gatePercent) {

    private static final int PERCENT = 100;

    static final Margin NONE = new Margin(0, 0);

    static Margin of(int percent) {
        return new Margin(percent, percent);
    }

    Margin twice() {
        return new Margin(2 * scorePercent, 2 * gatePercent);
    }

    long leastScore(int required) {
        return lowered(required, scorePercent);
    }

    long leastAtGate(long required) {
        return lowered(required, gatePercent);
    }

    /** The least whole number that is not further below than the percentage of what is required. */
    private static long lowered(long required, int percent) {
        return required - Math.floorDiv(Math.multiplyExact(Math.abs(required), (long) percent), (long) PERCENT);
    }
}
