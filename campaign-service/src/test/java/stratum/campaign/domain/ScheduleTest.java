package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ONCE  | 2025-01-31 | 2025-01-31
            DAY   | 2025-01-31 | 2025-01-31 2025-02-01 2025-02-02 2025-02-03
            WEEK  | 2025-01-31 | 2025-01-31 2025-02-07 2025-02-14 2025-02-21
            MONTH | 2025-01-31 | 2025-01-31 2025-02-28 2025-03-31 2025-04-30
            YEAR  | 2024-02-29 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28
            """)
    void it_comes_round_on_the_day_that_its_first_date_says(Schedule.Every every, LocalDate from, String dates) {
        Schedule schedule = new Schedule(every, from, LocalTime.of(9, 0), Duration.ofHours(4));

        List<String> walks = new ArrayList<>();
        Instant after = Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < 4; i++) {
            Schedule.Turn turn = schedule.next("ann", after, PRAGUE).orElse(null);
            if (turn != null) {
                assertThat(turn.walk().atZone(PRAGUE).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
                walks.add(turn.walk().atZone(PRAGUE).toLocalDate().toString());
                after = turn.at();
            }
        }

        assertThat(String.join(" ", walks.stream().distinct().toList())).isEqualTo(dates);
    }

    @Test
    void everybody_has_one_turn_in_each_walk_and_no_slice_has_much_more_than_its_share() {
        Schedule schedule =
                new Schedule(Schedule.Every.DAY, LocalDate.of(2025, 1, 1), LocalTime.of(9, 0), Duration.ofHours(4));
        Instant walk = Instant.parse("2025-01-01T08:00:00Z");

        Map<Long, Long> byMinute = IntStream.range(0, 24_000)
                .mapToObj(
                        i -> schedule.next("c" + i, walk.minusMillis(1), PRAGUE).orElseThrow())
                .peek(turn -> assertThat(turn.walk()).isEqualTo(walk))
                .collect(Collectors.groupingBy(
                        turn -> Duration.between(walk, turn.at()).toMinutes(), TreeMap::new, Collectors.counting()));

        assertThat(byMinute).hasSize(240);
        assertThat(byMinute.values()).allMatch(count -> count < 150);
    }

    @Test
    void a_turn_that_is_going_on_when_it_is_asked_for_is_not_left_out() {
        Schedule schedule =
                new Schedule(Schedule.Every.WEEK, LocalDate.of(2025, 1, 1), LocalTime.of(23, 0), Duration.ofHours(20));
        Schedule.Turn turn = schedule.next("ann", Instant.parse("2025-01-01T00:00:00Z"), PRAGUE)
                .orElseThrow();

        assertThat(schedule.next("ann", turn.at().minusMillis(1), PRAGUE)).contains(turn);
        assertThat(schedule.next("ann", turn.at(), PRAGUE).orElseThrow().walk())
                .isEqualTo(turn.walk().plus(Duration.ofDays(7)));
    }

    @Test
    void a_campaign_that_goes_live_in_the_middle_of_a_walk_reaches_those_whose_turn_is_still_to_come() {
        Schedule schedule =
                new Schedule(Schedule.Every.MONTH, LocalDate.of(2025, 1, 1), LocalTime.of(9, 0), Duration.ofHours(4));
        Instant live = Instant.parse("2025-02-01T10:00:00Z");
        Campaign campaign =
                Sample.Draft.of("news").trigger(Trigger.of(schedule)).build(1, live, null);
        Campaigns campaigns = Campaigns.live(List.of(campaign));

        Map<LocalDate, Long> walks = IntStream.range(0, 1_000)
                .mapToObj(i -> campaigns
                        .nextTurns("c" + i, Instant.EPOCH, PRAGUE)
                        .get(0)
                        .turn())
                .peek(turn -> assertThat(turn.at()).isAfterOrEqualTo(live))
                .collect(
                        Collectors.groupingBy(turn -> turn.walk().atZone(PRAGUE).toLocalDate(), Collectors.counting()));

        assertThat(walks.keySet()).containsExactlyInAnyOrder(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1));
        assertThat(walks.get(LocalDate.of(2025, 2, 1))).isBetween(420L, 580L);
    }

    @Test
    void nobody_has_a_turn_while_the_campaign_does_not_run() {
        Schedule schedule =
                new Schedule(Schedule.Every.DAY, LocalDate.of(2025, 1, 1), LocalTime.of(9, 0), Duration.ofHours(1));
        Campaign campaign =
                Sample.Draft.of("news").trigger(Trigger.of(schedule)).build();
        Instant paused = Instant.parse("2025-01-10T00:00:00Z");
        Campaigns campaigns = new Campaigns(List.of(
                new Campaigns.Published(campaign, Campaigns.Status.LIVE, Instant.EPOCH),
                new Campaigns.Published(campaign, Campaigns.Status.PAUSED, paused)));

        assertThat(campaigns.nextTurns("ann", paused.minus(Duration.ofDays(1)), PRAGUE))
                .hasSize(1);
        assertThat(campaigns.nextTurns("ann", paused, PRAGUE)).isEmpty();
        assertThat(campaigns.walkedAt(paused.minusMillis(1))).isPresent();
        assertThat(campaigns.walkedAt(paused)).isEmpty();
    }
}
