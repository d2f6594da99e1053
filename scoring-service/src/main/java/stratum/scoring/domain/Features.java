package stratum.scoring.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/** A customer's features as of a date. One that is unknown is absent, not zero. */
public final class Features {

    private static final Feature[] ALL = Feature.values();
    private static final int NOTICEABLE = 20;

    /** By ordinal; 0 where unknown. */
    private final long[] values;

    /** A bit for each feature that is known. */
    private final int known;

    private Features(long[] values, int known) {
        this.values = values;
        this.known = known;
    }

    /** Takes down features one by one, and is used up when they are read. */
    static final class Taking {

        private final long[] values = new long[ALL.length];
        private int known;

        Taking with(Feature feature, long value) {
            values[feature.ordinal()] = value;
            known |= 1 << feature.ordinal();
            return this;
        }

        Features taken() {
            return new Features(values, known);
        }
    }

    /** With these values and no others. */
    public static Features of(Map<Feature, Long> values) {
        Taking taking = new Taking();
        values.forEach(taking::with);
        return taking.taken();
    }

    /** The value of a feature, where it is known. */
    public OptionalLong get(Feature feature) {
        return isKnown(feature) ? OptionalLong.of(values[feature.ordinal()]) : OptionalLong.empty();
    }

    /** Whether the feature is known. */
    public boolean isKnown(Feature feature) {
        return (known & (1 << feature.ordinal())) != 0;
    }

    /** The value where it is known; 0 where not. */
    public long orZero(Feature feature) {
        return values[feature.ordinal()];
    }

    boolean atLeast(Feature feature, long required) {
        return isKnown(feature) && values[feature.ordinal()] >= required;
    }

    /** All that are known, by name, in the order of the vocabulary. */
    public Map<String, Long> byName() {
        return new FeatureMap<>(this, (feature, value) -> value);
    }

    /** All that are known, by name, as people and JSON write them. */
    public Map<String, Object> written() {
        return new FeatureMap<>(this, Feature::written);
    }

    /** All that are known, by name, as programs count with them: a Long, a Boolean, or for a ratio a Double. */
    public Map<String, Object> counted() {
        return new FeatureMap<>(this, Feature::counted);
    }

    /** A bit, at the feature's place, for each feature that is known. */
    int known() {
        return known;
    }

    /** In as few bytes as the numbers need. */
    public byte[] packed() {
        PackedWriter out = new PackedWriter();
        out.unsigned(known);
        for (int left = known; left != 0; left &= left - 1) {
            out.signed(values[Integer.numberOfTrailingZeros(left)]);
        }
        return out.written();
    }

    /** What {@link #packed} wrote. */
    public static Features unpacked(byte[] packed) {
        PackedReader in = new PackedReader(packed);
        int known = in.smallUnsigned();
        long[] values = new long[ALL.length];
        for (int left = known; left != 0; left &= left - 1) {
            values[Integer.numberOfTrailingZeros(left)] = in.signed();
        }
        return new Features(values, known);
    }

    /**
     * Whether a reader who knows these would notice the difference to those: one has become known or unknown, or has moved
     * by more than a twentieth, a ratio by more than a twentieth of 1.
     */
    public boolean differNoticeablyFrom(Features that) {
        if (known != that.known) {
            return true;
        }
        for (Feature feature : ALL) {
            long before = values[feature.ordinal()];
            long moved = Math.abs(that.values[feature.ordinal()] - before);
            long of = feature.unit() == Feature.Unit.RATIO ? Feature.ONE : Math.abs(before);
            if (moved > of / NOTICEABLE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that && that.known == known && Arrays.equals(that.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * known + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return written().toString();
    }
}
