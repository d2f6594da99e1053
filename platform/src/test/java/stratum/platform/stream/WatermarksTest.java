package stratum.platform.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;
import stratum.schemas.Topics;

class WatermarksTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SCORES = 0;
    private static final int CUSTOMERS = 1;
    private static final List<Input> INPUTS = List.of(Input.ofService(Topics.SCORES), Input.ofBank(Topics.CUSTOMERS));

    private final Map<Long, byte[]> ticks = new TreeMap<>();

    @Test
    void what_is_saved_at_each_commit_does_not_grow_while_another_service_is_away() {
        Watermarks watermarks = watermarks(null, List.of());
        int size = watermarks.write().length;

        queue(watermarks, 0, 18_000);

        assertThat(save(watermarks)).as("an hour of ticks, each once").hasSize(18_000);
        assertThat(save(watermarks)).isEmpty();
        assertThat(watermarks.write()).hasSize(size);
    }

    @Test
    void a_tick_that_is_over_before_the_commit_is_never_saved() {
        Watermarks watermarks = watermarks(null, List.of());
        queue(watermarks, 0, 2);
        watermarks.ticked(SCORES, time(0));
        watermarks.passed(requireNonNull(watermarks.complete()));

        assertThat(save(watermarks)).containsExactly(time(1).toEpochMilli());
    }

    @Test
    void the_ticks_that_wait_are_taken_up_again_in_their_order_with_what_they_say() {
        Watermarks before = watermarks(null, List.of());
        queue(before, 0, 12);
        save(before);
        before.ticked(SCORES, time(0));
        before.passed(requireNonNull(before.complete()));
        queue(before, 12, 13);
        save(before);

        Watermarks after = watermarks(before.write(), ticks.values());
        after.ticked(SCORES, time(99));

        assertThat(worked(after))
                .containsExactlyElementsOf(IntStream.range(1, 13)
                        .mapToObj(number -> number + " up to " + (100 + number))
                        .toList());
        save(after);
        assertThat(ticks).isEmpty();
    }

    /** The ticks that can be worked through, with the place in the customers' topic that they say. */
    private static List<String> worked(Watermarks watermarks) {
        List<String> worked = new ArrayList<>();
        for (Waiting tick = watermarks.complete(); tick != null; tick = watermarks.complete()) {
            worked.add(
                    "%d up to %d".formatted(Duration.between(START, tick.time()).toSeconds(), tick.headOf(CUSTOMERS)));
            watermarks.passed(tick);
        }
        return worked;
    }

    private static void queue(Watermarks watermarks, int from, int to) {
        IntStream.range(from, to).forEach(number -> watermarks.queue(tick(number)));
    }

    private static ClockTicked tick(int number) {
        return new ClockTicked(time(number), List.of(new TopicHead(Topics.CUSTOMERS, 0, 100L + number)));
    }

    private static Instant time(int number) {
        return START.plusSeconds(number);
    }

    /** Saves as the changelog would, and says which ticks were written. */
    private List<Long> save(Watermarks watermarks) {
        List<Long> written = new ArrayList<>();
        watermarks.saveTicks((millis, tick) -> {
            written.add(millis);
            if (tick == null) {
                ticks.remove(millis);
            } else {
                ticks.put(millis, tick);
            }
        });
        return written;
    }

    private static Watermarks watermarks(byte @Nullable [] kept, Collection<byte[]> ticks) {
        Watermarks watermarks = new Watermarks(INPUTS, 0, Duration.ZERO, kept, ticks);
        watermarks.processed(CUSTOMERS, 1_000);
        return watermarks;
    }
}
