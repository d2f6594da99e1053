package stratum.platform.stream;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;

/**
 * A tick that waits until all before it has arrived.
 *
 * @param time the business time it brings
 * @param millis the same, in milliseconds since 1970
 * @param heads by input: offset after the last record before it, in this partition; {@link #UNTOLD} where it does not say
 */
record Waiting(Instant time, long millis, long[] heads) {

    static final long UNTOLD = -1;

    static Waiting of(Instant time, long[] heads) {
        return new Waiting(time, time.toEpochMilli(), heads);
    }

    static Waiting of(ClockTicked tick, int partition, List<Input> inputs) {
        long[] heads = new long[inputs.size()];
        Arrays.fill(heads, UNTOLD);
        for (TopicHead head : tick.getHeads()) {
            int input = Input.placeOf(head.getTopic(), inputs);
            if (input != Input.NONE && head.getPartition() == (inputs.get(input).isReference() ? 0 : partition)) {
                heads[input] = head.getEndOffset();
            }
        }
        return of(tick.getBusinessTime(), heads);
    }

    /** Offset after the last record of that input before this tick; 0 where the tick does not say. */
    long headOf(int input) {
        return Math.max(heads[input], 0);
    }

    boolean says(int input) {
        return heads[input] != UNTOLD;
    }
}
