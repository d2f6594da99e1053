package stratum.platform.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What operations sees of one partition: the business time it has worked through, and how many facts wait. */
final class Progress {

    private final MeterRegistry meters;
    private final AtomicLong seconds = new AtomicLong();
    private final List<Gauge> gauges;

    Progress(MeterRegistry meters, int partition, IntSupplier waitingFacts) {
        this.meters = meters;
        Tags tags = Tags.of("partition", Integer.toString(partition));
        gauges = List.of(
                Gauge.builder("stratum.clock", seconds, AtomicLong::get)
                        .tags(tags)
                        .baseUnit("seconds")
                        .description("Business time worked through, in seconds since 1970")
                        .register(meters),
                Gauge.builder("stratum.facts.waiting", waitingFacts, IntSupplier::getAsInt)
                        .tags(tags)
                        .description("Facts that wait for the tick that closes their slice")
                        // Nobody else holds on to it.
                        .strongReference(true)
                        .register(meters));
    }

    void reached(@Nullable Instant time) {
        if (time != null) {
            seconds.set(time.getEpochSecond());
        }
    }

    void close() {
        gauges.forEach(meters::remove);
    }
}
