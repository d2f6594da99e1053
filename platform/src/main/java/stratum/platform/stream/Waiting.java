package stratum.platform.stream;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;

/**
 * A tick that waits until all before it has arrived.
 *
 * @param time the business time it brings
 * @param heads offset after the last record before it, by topic of the bank's, in this partition
 */
record Waiting(Instant time, Map<String, Long> heads) {

    static Waiting of(ClockTicked tick, int partition) {
        Map<String, Long> heads = new HashMap<>();
        for (TopicHead head : tick.getHeads()) {
            if (head.getPartition() == partition) {
                heads.put(head.getTopic(), head.getEndOffset());
            }
        }
        return new Waiting(tick.getBusinessTime(), heads);
    }

    /** Offset after the last record of that topic before this tick; 0 where the tick does not say. */
    long headOf(String topic) {
        return heads.getOrDefault(topic, 0L);
    }

    boolean says(String topic) {
        return heads.containsKey(topic);
    }
}
