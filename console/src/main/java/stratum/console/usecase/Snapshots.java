package stratum.console.usecase;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import stratum.console.domain.Snapshot;

/**
 * The newest snapshot, shared by all viewers. It keeps one and queues none: a viewer too slow for the pace sees fewer of
 * them.
 */
public final class Snapshots {

    private volatile Snapshot latest;
    private final Sinks.Many<Snapshot> sink = Sinks.many().multicast().directBestEffort();

    public Snapshots(Snapshot first) {
        latest = first;
    }

    public Snapshot latest() {
        return latest;
    }

    public int viewers() {
        return sink.currentSubscriberCount();
    }

    /** The newest now, and each newer one in time. */
    public Flux<Snapshot> all() {
        return Flux.defer(() -> sink.asFlux().startWith(latest())).onBackpressureLatest();
    }

    void publish(Snapshot snapshot) {
        latest = snapshot;
        sink.tryEmitNext(snapshot);
    }

    void complete() {
        sink.tryEmitComplete();
    }
}
