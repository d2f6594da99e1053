package stratum.scoring.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A customer's features as of a date. One that is unknown is absent, not zero. */
public final class Features {

    private final Map<Feature, Long> values;

    private Features(Map<Feature, Long> values) {
        this.values = values;
    }

    static Features of(Map<Feature, Long> values) {
        Map<Feature, Long> copy = new EnumMap<>(Feature.class);
        copy.putAll(values);
        return new Features(copy);
    }

    /** The value of a feature, where it is known. */
    public OptionalLong get(Feature feature) {
        Long value = values.get(feature);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    boolean atLeast(Feature feature, long required) {
        Long value = values.get(feature);
        return value != null && value >= required;
    }

    /** All that are known, by name, in the order of the vocabulary. */
    public Map<String, Long> byName() {
        Map<String, Long> named = new LinkedHashMap<>();
        values.forEach((feature, value) -> named.put(feature.label(), value));
        return Collections.unmodifiableMap(named);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that && that.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return byName().toString();
    }
}
