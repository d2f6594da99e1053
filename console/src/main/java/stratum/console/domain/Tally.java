package stratum.console.domain;

import java.util.Map;
import java.util.TreeMap;

/** How many of each kind were seen. Kinds are few by nature; beyond {@link #KINDS} the rest are counted as OTHER. */
public final class Tally {

    private static final int KINDS = 64;

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(String kind) {
        boolean room = counts.size() < KINDS || counts.containsKey(kind);
        counts.merge(room ? kind : "OTHER", 1L, Long::sum);
    }

    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
