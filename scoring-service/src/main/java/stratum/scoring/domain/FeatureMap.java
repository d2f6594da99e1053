package stratum.scoring.domain;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Features seen as a map by name: nothing is copied and nothing hashed, for it is written out once for most facts.
 *
 * @param <T> what a value is written as
 */
final class FeatureMap<T> extends AbstractMap<String, T> {

    private static final Feature[] ALL = Feature.values();

    private final Features features;
    private final Writing<T> writing;

    /** What a feature's value is written as. */
    @FunctionalInterface
    interface Writing<T> {
        T of(Feature feature, long value);
    }

    FeatureMap(Features features, Writing<T> writing) {
        this.features = features;
        this.writing = writing;
    }

    @Override
    public Set<Map.Entry<String, T>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public Iterator<Map.Entry<String, T>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return Integer.bitCount(features.known());
            }
        };
    }

    @Override
    public @Nullable T get(@Nullable Object name) {
        return Feature.called(String.valueOf(name))
                .filter(features::isKnown)
                .map(this::value)
                .orElse(null);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    private T value(Feature feature) {
        return writing.of(feature, features.orZero(feature));
    }

    private final class Entries implements Iterator<Map.Entry<String, T>> {

        private int left = features.known();

        @Override
        public boolean hasNext() {
            return left != 0;
        }

        @Override
        public Map.Entry<String, T> next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            Feature feature = ALL[Integer.numberOfTrailingZeros(left)];
            left &= left - 1;
            return Map.entry(feature.label(), value(feature));
        }
    }
}
