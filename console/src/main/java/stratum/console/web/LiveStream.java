package stratum.console.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import stratum.console.usecase.Snapshots;

/**
 * Keeps pages live: one event for each part of the page that changed. A viewer that cannot keep up misses snapshots, and
 * never makes a queue; past the limit, viewers are asked to come back.
 */
@RestController
final class LiveStream {

    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Snapshots snapshots;
    private final Parts parts;
    private final int limit;

    LiveStream(Snapshots snapshots, Parts parts, ViewerLimit limit) {
        this.snapshots = snapshots;
        this.parts = parts;
        this.limit = limit.viewers();
    }

    /** How many may watch at once. */
    record ViewerLimit(int viewers) {}

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        if (snapshots.viewers() >= limit) {
            return Flux.just(ServerSentEvent.<String>builder()
                    .event("full")
                    .data("")
                    .retry(COME_BACK)
                    .build());
        }
        return Flux.merge(changes(Languages.of(exchange)), signsOfLife())
                .takeUntil(event -> "end".equals(event.event()));
    }

    private Flux<ServerSentEvent<String>> changes(Locale locale) {
        return snapshots
                .all()
                .publishOn(Schedulers.boundedElastic(), 1)
                .map(snapshot -> parts.render(snapshot, locale))
                .scan(new Change(Parts.NOTHING, Parts.NOTHING), (last, now) -> new Change(last.now(), now))
                .skip(1)
                .concatMap(Change::events, 0)
                .concatWithValues(
                        ServerSentEvent.<String>builder().event("end").data("").build());
    }

    private static Flux<ServerSentEvent<String>> signsOfLife() {
        return Flux.interval(SIGN_OF_LIFE)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
    }

    private record Change(Parts.Rendered before, Parts.Rendered now) {

        Flux<ServerSentEvent<String>> events() {
            return Flux.fromIterable(now.changedSince(before).entrySet())
                    .map(part -> ServerSentEvent.builder(part.getValue())
                            .event(part.getKey())
                            .build());
        }
    }
}
