package stratum.platform.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tick finds of a customer's facts that wait.
 *
 * @param ready to be worked through now, in this order
 * @param absurd so far ahead of the clock that they are refused
 * @param later to be held on
 */
record Slice(List<Arrival> ready, List<Arrival> absurd, List<Arrival> later) {

    /** A fact further ahead of the clock than this is a mistake, not a clock that lags. */
    private static final Duration AHEAD = Duration.ofDays(1);

    static Slice of(List<Arrival> waiting, Waiting tick, Watermarks watermarks) {
        Slice slice = new Slice(new ArrayList<>(waiting.size()), new ArrayList<>(0), new ArrayList<>(0));
        for (Arrival arrival : waiting) {
            slice.placeOf(arrival, tick, watermarks).add(arrival);
        }
        slice.ready.sort(Arrival.ORDER);
        slice.absurd.sort(Arrival.ORDER);
        return slice;
    }

    private List<Arrival> placeOf(Arrival arrival, Waiting tick, Watermarks watermarks) {
        if (!watermarks.liesBefore(tick, arrival.waits())) {
            return later;
        }
        if (!arrival.occurredAt().isAfter(tick.time())) {
            return ready;
        }
        return arrival.occurredAt().isAfter(tick.time().plus(AHEAD)) ? absurd : later;
    }
}
