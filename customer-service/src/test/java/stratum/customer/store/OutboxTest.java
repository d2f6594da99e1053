package stratum.customer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@NullUnmarked // What is missing fails the test.
final class OutboxTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Outbox outbox = new Outbox(DATABASE.client(), DATABASE.transaction());
    private final List<String> published = new ArrayList<>();

    @BeforeEach
    void nothing_waits() {
        DATABASE.client().sql("truncate outbox").then().block();
    }

    @Test
    void what_waits_is_published_in_order_and_forgotten() {
        put(1, 2, 3);

        assertThat(relay(2, this::publish)).isEqualTo(2);
        assertThat(relay(2, this::publish)).isEqualTo(1);
        assertThat(relay(2, this::publish)).isZero();
        assertThat(published).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    }

    @Test
    void what_the_log_has_not_taken_waits_on() {
        put(1);

        assertThat(outbox.relay(10, waiting -> Mono.error(new IllegalStateException("no broker")))
                        .onErrorReturn(-1)
                        .block())
                .isEqualTo(-1);
        assertThat(relay(10, this::publish)).isEqualTo(1);
    }

    @Test
    void what_the_log_will_never_take_is_set_aside_with_its_reason_and_holds_up_no_other() {
        put(1, 2, 3);

        relay(
                2,
                waiting -> publish(waiting.subList(1, 2))
                        .thenReturn(List.of(new Outbox.Refused(waiting.get(0).id(), "It is too large for the log."))));

        assertThat(relay(2, this::publish)).isEqualTo(1);
        assertThat(relay(2, this::publish)).isZero();
        assertThat(published).containsExactly("{\"n\":2}", "{\"n\":3}");
        assertThat(DATABASE.client()
                        .sql("select fact, refused from outbox")
                        .map(row -> row.get(0, String.class) + " " + row.get(1, String.class))
                        .all()
                        .collectList()
                        .block())
                .containsExactly("{\"n\":1} It is too large for the log.");
    }

    @Test
    void while_one_instance_relays_another_leaves_it_alone() {
        put(1);
        Sinks.One<List<Outbox.Refused>> broker = Sinks.one();
        Sinks.Empty<Void> atIt = Sinks.empty();
        Mono<Integer> first = outbox.relay(10, waiting -> {
                    atIt.tryEmitEmpty();
                    return broker.asMono();
                })
                .cache();
        first.subscribe();
        atIt.asMono().block();

        assertThat(relay(10, this::publish)).isZero();
        broker.tryEmitValue(List.of());

        assertThat(first.block()).isEqualTo(1);
        assertThat(published).isEmpty();
    }

    private void put(int... facts) {
        for (int fact : facts) {
            outbox.put("{\"n\":%d}".formatted(fact)).block();
        }
    }

    private Integer relay(int atMost, Function<List<Outbox.Waiting>, Mono<List<Outbox.Refused>>> publisher) {
        return outbox.relay(atMost, publisher).block();
    }

    private Mono<List<Outbox.Refused>> publish(List<Outbox.Waiting> waiting) {
        waiting.forEach(each -> published.add(each.fact()));
        return Mono.just(List.of());
    }
}
