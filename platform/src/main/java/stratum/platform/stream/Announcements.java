package stratum.platform.stream;

import org.apache.avro.specific.SpecificRecord;

/** Where a decision is announced. */
@FunctionalInterface
public interface Announcements {

    /** Announces an event about the customer in hand on one of the service's output topics. */
    void announce(String topic, SpecificRecord event);

    /** What is counted for the whole partition; it counts only where the decision stands. */
    default Tallies tallies() {
        return Tallies.NONE;
    }
}
