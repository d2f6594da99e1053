package stratum.customer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stratum.customer.store.Holdings.Holding;

@NullUnmarked // What is missing fails the test.
final class DossiersTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final AccountKey ACCOUNT = new AccountKey("c-1", "a-1");

    private final Dossiers dossiers = new Dossiers(DATABASE.client(), DATABASE.transaction());
    private final Customers customers = new Customers(DATABASE.client());
    private final Holdings holdings = new Holdings(DATABASE.client());
    private final TierHistory tiers = new TierHistory(DATABASE.client());
    private final Timeline timeline = new Timeline(DATABASE.client());

    @BeforeEach
    void nothing_is_booked() {
        DATABASE.client()
                .sql("truncate customer, holding, timeline, tier_history, outbox")
                .then()
                .block();
    }

    @Test
    void what_happened_is_in_the_timeline_once_however_often_it_is_booked() {
        TimelineEntry entry = entry("c-1", NOON, "e-1");

        book(entry);
        book(entry);

        assertThat(timeline.newest("c-1", 10).collectList().block()).containsExactly(entry);
        assertThat(customers.find("c-1").block()).isNotNull();
    }

    @Test
    void a_batch_may_hold_the_same_fact_twice() {
        book(entry("c-1", NOON, "e-1"), entry("c-1", NOON, "e-1"));

        assertThat(timeline.newest("c-1", 10).collectList().block()).hasSize(1);
    }

    @Test
    void the_timeline_is_read_newest_first_and_page_by_page() {
        List<TimelineEntry> entries = IntStream.range(0, 7)
                .mapToObj(i -> entry("c-1", NOON.plusMillis(i / 2), "e-" + i))
                .toList();
        book(entries.toArray(TimelineEntry[]::new));
        book(entry("c-2", NOON.plusSeconds(1), "of another customer"));

        List<TimelineEntry> first = timeline.newest("c-1", 4).collectList().block();
        TimelinePlace place =
                TimelinePlace.parse(TimelinePlace.cursor(first.get(3))).orElseThrow();
        List<TimelineEntry> second =
                timeline.after(place, "c-1", 4).collectList().block();

        assertThat(first).extracting(TimelineEntry::id).containsExactly("e-6", "e-5", "e-4", "e-3");
        assertThat(second).extracting(TimelineEntry::id).containsExactly("e-2", "e-1", "e-0");
    }

    @Test
    void a_cursor_that_is_none_is_told_apart() {
        assertThat(TimelinePlace.parse("nonsense")).isEmpty();
        assertThat(TimelinePlace.parse("€")).isEmpty();
    }

    @Test
    void the_later_score_stands_whatever_is_read_again() {
        book(standing(DAY, 7, "CORE"));
        book(standing(DAY.minusDays(1), 9, "MASS"));
        book(standing(DAY, 6, "MASS"));

        assertThat(customers.find("c-1").block().tier()).isEqualTo("CORE");

        book(standing(DAY, 8, "VIP"));

        CustomerRow row = customers.find("c-1").block();
        assertThat(row.tier()).isEqualTo("VIP");
        assertThat(row.score()).isEqualTo(500);
        assertThat(row.standing()).contains("features");
    }

    @Test
    void the_later_stage_stands_beside_the_tier() {
        book(standing(DAY, 7, "CORE"));
        book(stage(DAY, 3, "GROWTH"));
        book(stage(DAY, 2, "ACQUISITION"));

        CustomerRow row = customers.find("c-1").block();
        assertThat(row.stage()).isEqualTo("GROWTH");
        assertThat(row.risk()).isEqualTo(12);
        assertThat(row.tier()).isEqualTo("CORE");
    }

    @Test
    void of_one_batch_the_last_word_stands() {
        Changes changes = new Changes();
        changes.add(standing(DAY, 1, "MASS"));
        changes.add(standing(DAY.plusDays(1), 2, "VIP"));
        changes.add(standing(DAY, 3, "CORE"));
        dossiers.book(changes).block();

        assertThat(customers.find("c-1").block().tier()).isEqualTo("VIP");
    }

    @Test
    void an_older_or_repeated_profile_leaves_the_file_as_it_is() {
        book(profile("e-1", NOON, "BROKER"));
        book(profile("e-1", NOON, "BROKER"));
        book(profile("e-0", NOON.minusSeconds(1), "STUDENT"));

        CustomerRow row = customers.find("c-1").block();
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.profile()).contains("BROKER");

        book(profile("e-2", NOON.plusSeconds(1), "BANKER"));

        assertThat(customers.find("c-1").block().version()).isEqualTo(2);
    }

    @Test
    void a_holding_has_its_latest_value_and_its_first_opening() {
        book(new Valuation(ACCOUNT, "DEPOSIT", NOON.plusSeconds(20), 300, "EUR"));
        book(product(NOON.plusSeconds(10), "VALUED", null));
        book(product(NOON, "OPENED", NOON));
        book(new Valuation(ACCOUNT, "DEPOSIT", NOON.plusSeconds(10), 200, "EUR"));

        Holding holding = holdings.of("c-1").blockLast();
        assertThat(holding.status()).isEqualTo("VALUED");
        assertThat(holding.openedAt()).isEqualTo(NOON);
        assertThat(holding.valueMinor()).isEqualTo(300);
        assertThat(holding.productCode()).isEqualTo("CURRENT");
    }

    @Test
    void an_account_known_by_its_transactions_only_has_a_value_and_no_product() {
        book(new Valuation(ACCOUNT, "DEPOSIT", NOON, -5, "EUR"));

        Holding holding = holdings.of("c-1").blockLast();
        assertThat(holding.valueMinor()).isEqualTo(-5);
        assertThat(holding.status()).isNull();
    }

    @Test
    void a_closed_holding_stays_closed_when_its_opening_comes_late() {
        book(product(NOON.plusSeconds(10), "CLOSED", null));
        book(product(NOON, "OPENED", NOON));

        Holding holding = holdings.of("c-1").blockLast();
        assertThat(holding.status()).isEqualTo("CLOSED");
        assertThat(holding.openedAt()).isEqualTo(NOON);
    }

    @Test
    void a_batch_is_booked_whole_or_not_at_all() {
        Changes changes = new Changes();
        changes.add(entry("c-1", NOON, "e-1"));
        changes.add(entry("c-2", NOON, "\u0000"));

        assertThat(dossiers.book(changes)
                        .thenReturn("booked")
                        .onErrorReturn("refused")
                        .block())
                .isEqualTo("refused");
        assertThat(customers.find("c-1").block()).isNull();
    }

    @Test
    void customers_are_listed_by_tier_stage_and_beginning_of_their_id() {
        Changes changes = new Changes();
        for (String id : List.of("a-1", "a-2", "b-1")) {
            changes.add(new Standing(id, DAY, 1, id.startsWith("a") ? "VIP" : "MASS", 1, "{}"));
        }
        changes.add(new LifeStage("a-2", DAY, 1, "GROWTH", 0, "{}"));
        dossiers.book(changes).block();

        assertThat(ids("VIP", null, "", "")).containsExactly("a-1", "a-2");
        assertThat(ids("VIP", null, "", "a-1")).containsExactly("a-2");
        assertThat(ids(null, "GROWTH", "", "")).containsExactly("a-2");
        assertThat(ids(null, null, "b", "")).containsExactly("b-1");
        assertThat(ids(null, null, "a-2x", "")).isEmpty();
        assertThat(ids(null, null, "", "")).containsExactly("a-1", "a-2", "b-1");
        assertThat(customers.counts().collectList().block())
                .containsExactlyInAnyOrder(
                        new Customers.Count("MASS", null, 1),
                        new Customers.Count("VIP", "GROWTH", 1),
                        new Customers.Count("VIP", null, 1));
    }

    @Test
    void every_move_of_a_tier_is_kept() {
        Changes changes = new Changes();
        changes.add(new TierChange("c-1", NOON, "s-1", "ASSIGNED", null, "MASS", DAY, 1));
        changes.add(new TierChange("c-1", NOON, "s-1", "ASSIGNED", null, "MASS", DAY, 1));
        changes.add(standing(DAY, 1, "MASS"));
        dossiers.book(changes).block();

        Long moves = DATABASE.client()
                .sql("select count(*) from tier_history")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        assertThat(moves).isEqualTo(1);
    }

    @Test
    void the_tier_held_on_a_day_is_told_by_what_was_known_then_and_by_what_is_known_now() {
        Instant first = Instant.parse("2024-02-01T09:00:00Z");
        Instant corrected = Instant.parse("2024-03-06T18:00:00Z");
        LocalDate march1 = LocalDate.of(2024, 3, 1);
        Changes late = new Changes();
        late.add(new TierChange("c-1", corrected, "s-2", "DOWNGRADED", "VIP", "CORE", march1.minusDays(1), 2));
        dossiers.book(late).block();
        Changes early = new Changes();
        early.add(new TierChange("c-1", first, "s-1", "ASSIGNED", null, "VIP", LocalDate.of(2024, 2, 1), 1));
        dossiers.book(early).block();

        assertThat(tierOn(march1, Instant.parse("2024-03-05T00:00:00Z"))).isEqualTo("VIP");
        assertThat(tierOn(march1, corrected.minusMillis(1))).isEqualTo("VIP");
        assertThat(tierOn(march1, corrected)).isEqualTo("CORE");
        assertThat(tierOn(march1, null)).isEqualTo("CORE");
        assertThat(tierOn(march1.minusDays(2), null)).isEqualTo("VIP");
        assertThat(tierOn(LocalDate.of(2024, 1, 31), null)).isNull();
        assertThat(tierOn(march1, first.minusMillis(1))).isNull();
        assertThat(tiers.moves("c-1", null).map(TierChange::tier).collectList().block())
                .containsExactly("CORE", "VIP");
    }

    @Test
    void of_moves_at_one_time_the_later_in_the_log_is_the_tier_held() {
        Changes changes = new Changes();
        changes.add(new TierChange("c-1", NOON, "a", "UPGRADED", "MASS", "VIP", DAY, 8));
        changes.add(new TierChange("c-1", NOON, "b", "ASSIGNED", null, "MASS", DAY, 7));
        dossiers.book(changes).block();

        assertThat(tierOn(DAY, NOON)).isEqualTo("VIP");
    }

    private String tierOn(LocalDate day, Instant knownAt) {
        return tiers.heldOn(day, "c-1", knownAt).map(TierChange::tier).block();
    }

    private List<String> ids(String tier, String stage, String startsWith, String after) {
        return customers
                .list(new Customers.Filter(tier, stage, startsWith), after, 10)
                .map(Summary::customerId)
                .collectList()
                .block();
    }

    private void book(TimelineEntry... entries) {
        Changes changes = new Changes();
        List.of(entries).forEach(changes::add);
        dossiers.book(changes).block();
    }

    private void book(Standing standing) {
        Changes changes = new Changes();
        changes.add(standing);
        dossiers.book(changes).block();
    }

    private void book(LifeStage stage) {
        Changes changes = new Changes();
        changes.add(stage);
        dossiers.book(changes).block();
    }

    private void book(ProfileChange profile) {
        Changes changes = new Changes();
        changes.add(profile);
        dossiers.book(changes).block();
    }

    private void book(Valuation valuation) {
        Changes changes = new Changes();
        changes.add(valuation);
        dossiers.book(changes).block();
    }

    private void book(ProductChange product) {
        Changes changes = new Changes();
        changes.add(product);
        dossiers.book(changes).block();
    }

    private static TimelineEntry entry(String customerId, Instant at, String id) {
        return new TimelineEntry(customerId, at, "TransactionPosted", id, "{\"amount\":1}");
    }

    private static Standing standing(LocalDate asOf, long offset, String tier) {
        return new Standing("c-1", asOf, offset, tier, 500, "{\"features\":{\"balance\":1}}");
    }

    private static LifeStage stage(LocalDate asOf, long offset, String stage) {
        return new LifeStage("c-1", asOf, offset, stage, 12, "{\"causes\":[]}");
    }

    private static ProfileChange profile(String eventId, Instant at, String occupation) {
        return new ProfileChange("c-1", eventId, at, "{\"occupation\":\"%s\"}".formatted(occupation), "[]");
    }

    private static ProductChange product(Instant at, String status, Instant openedAt) {
        return new ProductChange(ACCOUNT, at, "CURRENT", "DEPOSIT", status, openedAt, null);
    }
}
