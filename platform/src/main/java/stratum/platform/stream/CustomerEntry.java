package stratum.platform.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer in memory: its record as compact bytes, and the facts that wait for their tick. Changed by the task's thread
 * alone; the record may be read by others.
 */
final class CustomerEntry implements Comparable<CustomerEntry> {

    private final String id;
    private List<Arrival> waiting = List.of();
    private boolean isUnsaved;
    private volatile byte @Nullable [] record;

    CustomerEntry(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    byte @Nullable [] record() {
        return record;
    }

    void record(byte @Nullable [] settled) {
        record = settled;
    }

    List<Arrival> waiting() {
        return waiting;
    }

    /** Adds a fact that waits; true where it is the customer's first. */
    boolean hold(Arrival arrival) {
        boolean isFirst = waiting.isEmpty();
        if (isFirst) {
            waiting = new ArrayList<>(2);
        }
        waiting.add(arrival);
        return isFirst;
    }

    void stillWaiting(List<Arrival> arrivals) {
        waiting = arrivals;
    }

    /** Notes a change since the last commit; false where one was noted already. */
    boolean becomesUnsaved() {
        boolean was = isUnsaved;
        isUnsaved = true;
        return !was;
    }

    void saved() {
        isUnsaved = false;
    }

    @Override
    public int compareTo(CustomerEntry that) {
        return id.compareTo(that.id);
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof CustomerEntry other && other.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
