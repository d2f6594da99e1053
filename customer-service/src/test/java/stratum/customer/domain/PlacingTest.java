package stratum.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.customer.domain.AssignmentPolicy.Customer;
import stratum.customer.domain.AssignmentPolicy.Promising;
import stratum.customer.domain.AssignmentPolicy.TierRoles;
import stratum.customer.domain.AssignmentPolicy.Weights;
import stratum.customer.domain.Placement.Nobody;
import stratum.customer.domain.Placement.Reason;
import stratum.customer.domain.Placement.Waiting;
import stratum.customer.domain.Placement.Why;
import stratum.customer.domain.Placement.With;

@NullUnmarked // What is missing fails the test.
final class PlacingTest {

    private static final AssignmentPolicy POLICY = new AssignmentPolicy(
            List.of(
                    new TierRoles("PRIVATE", List.of("SENIOR"), false),
                    new TierRoles("VIP", List.of("WEALTH"), false),
                    new TierRoles("CORE", List.of("LOBBY", "TELLER"), false),
                    new TierRoles("MASS", List.of("LOBBY", "TELLER"), true)),
            new Promising(300, true),
            new Weights(1, 1));

    @ParameterizedTest
    @CsvSource(textBlock = """
            PRIVATE, 900, false, senior
            VIP,     600, false, wealth
            CORE,    300, false, teller
            MASS,    300, false, teller
            MASS,    299, true,  teller
            """)
    void the_tier_decides_the_role(String tier, int score, boolean nearUpgrade, String manager) {
        Desks desks = new Desks(List.of(
                desk("senior", "SENIOR", 0, 0),
                desk("wealth", "WEALTH", 0, 0),
                desk("lobby", "LOBBY", 3, 100),
                desk("teller", "TELLER", 2, 100)));

        assertThat(of(tier, score, nearUpgrade).decide(POLICY, desks)).isEqualTo(new With(manager, Why.MOST_ROOM));
    }

    @Test
    void a_mass_customer_without_promise_has_no_manager() {
        assertThat(of("MASS", 299, false).decide(POLICY, desks(desk("lobby", "LOBBY", 0, 0))))
                .isEqualTo(new Nobody(Reason.NOT_FOR_THIS_TIER));
        assertThat(new Placing("b", null, 0, null, null, null).decide(POLICY, desks()))
                .isEqualTo(new Nobody(Reason.NO_TIER));
        assertThat(new Placing(null, vip(), 0, null, null, null).decide(POLICY, desks()))
                .isEqualTo(new Nobody(Reason.NO_BRANCH));
    }

    @Test
    void whoever_has_the_customer_keeps_it_while_tier_and_branch_fit() {
        Desks desks = desks(desk("busy", "WEALTH", 10, 900), desk("idle", "WEALTH", 0, 0));

        assertThat(new Placing("b", vip(), 5, null, "idle", "busy").decide(POLICY, desks))
                .isEqualTo(new With("busy", Why.KEPT));
        assertThat(new Placing("b", new Customer("CORE", 0, false), 5, null, null, "busy").decide(POLICY, desks))
                .isEqualTo(new Waiting(List.of("LOBBY", "TELLER"), "busy"));
        assertThat(new Placing("b", vip(), 5, null, null, "gone").decide(POLICY, desks))
                .isEqualTo(new With("idle", Why.MOST_ROOM));
    }

    @Test
    void a_referred_customer_goes_to_the_referrers_manager_while_the_tier_allows_and_there_is_room() {
        Desk wealth = desk("wealth", "WEALTH", 9, 900);
        Desk idle = desk("idle", "WEALTH", 0, 0);
        Desk lobby = desk("lobby", "LOBBY", 0, 0);
        Placing referred = new Placing("b", vip(), 5, null, "wealth", null);

        assertThat(referred.decide(POLICY, desks(wealth, idle))).isEqualTo(new With("wealth", Why.REFERRED));
        assertThat(referred.decide(POLICY, desks(desk("wealth", "WEALTH", 10, 900), idle)))
                .isEqualTo(new With("idle", Why.MOST_ROOM));
        assertThat(new Placing("b", vip(), 5, null, "lobby", null).decide(POLICY, desks(lobby, idle)))
                .isEqualTo(new With("idle", Why.MOST_ROOM));
    }

    @Test
    void a_customer_for_whom_nobody_has_room_waits_and_is_not_dropped() {
        assertThat(of("VIP", 600, false).decide(POLICY, desks(desk("full", "WEALTH", 10, 1))))
                .isEqualTo(new Waiting(List.of("WEALTH"), null));
        assertThat(of("VIP", 600, false).decide(POLICY, desks(new Desk("far", "other", "WEALTH", 10, 0, 0))))
                .isEqualTo(new Waiting(List.of("WEALTH"), null));
    }

    @Test
    void a_large_balance_goes_where_there_is_least_money_and_a_small_one_where_there_are_fewest_people() {
        Desk many = desk("many", "WEALTH", 8, 1_000);
        Desk rich = desk("rich", "WEALTH", 2, 9_000);

        assertThat(new Placing("b", vip(), 50_000, null, null, null).decide(POLICY, desks(many, rich)))
                .isEqualTo(new With("many", Why.MOST_ROOM));
        assertThat(new Placing("b", vip(), 10, null, null, null).decide(POLICY, desks(many, rich)))
                .isEqualTo(new With("rich", Why.MOST_ROOM));
    }

    /** The exact comparison against the same formula in decimals, with desks and balances at random. */
    @Test
    void most_room_is_where_the_squared_deviation_grows_least() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Desk> pool = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> new Desk(
                            "m" + i,
                            "b",
                            "WEALTH",
                            10 + random.nextInt(90),
                            random.nextInt(10),
                            random.nextInt(100_000)))
                    .toList();
            long balance = random.nextInt(50_000);

            With chosen = (With) new Placing("b", vip(), balance, null, null, null).decide(POLICY, desks(pool));

            double best = pool.stream()
                    .mapToDouble(desk -> growth(desk, pool, balance))
                    .min()
                    .orElseThrow();
            assertThat(growth(new Desks(pool).of(chosen.managerId()).orElseThrow(), pool, balance))
                    .isLessThanOrEqualTo(best * (1 + 1e-9));
        }
    }

    /** Placed one by one and handed round in turn, the same thousand customers to the same eight people. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void load_is_spread_more_evenly_than_by_turns(long seed) {
        List<Desk> empty = IntStream.range(0, 8)
                .mapToObj(i -> new Desk("m" + i, "b", "WEALTH", 200, 0, 0))
                .toList();
        long[] balances = paretoBalances(1_000, new Random(seed));

        Spread placed = Spread.over(placedOneByOne(balances, empty).all());
        Spread byTurns = Spread.over(byTurns(balances, empty).all());

        System.out.printf(
                "1,000 customers, 8 managers, seed %d: customers %s (by turns %s), balances %s (by turns %s)%n",
                seed, placed.ofCustomers(), byTurns.ofCustomers(), placed.ofBalance(), byTurns.ofBalance());
        assertThat(placed.customers()).isEqualTo(1_000);
        assertThat(placed.balanceMinor()).isEqualTo(byTurns.balanceMinor());
        assertThat(placed.ofBalance()).isLessThan(byTurns.ofBalance());
        assertThat(placed.ofCustomers()).isLessThan(new BigDecimal("0.2"));
    }

    @Test
    void the_same_customers_in_the_same_order_are_placed_alike_whatever_the_order_of_the_desks() {
        long[] balances = paretoBalances(500, new Random(3));
        List<Desk> empty = IntStream.range(0, 5)
                .mapToObj(i -> new Desk("m" + i, "b", "WEALTH", 200, 0, 0))
                .toList();
        List<Desk> backwards = empty.stream()
                .sorted(Comparator.comparing(Desk::managerId).reversed())
                .toList();

        assertThat(placedOneByOne(balances, backwards).all())
                .isEqualTo(placedOneByOne(balances, empty).all());
    }

    @Test
    void nobody_gets_more_than_there_is_room_for_and_everybody_is_placed_or_waits() {
        Random random = new Random(11);
        Desks desks = new Desks(IntStream.range(0, 4)
                .mapToObj(i -> new Desk("m" + i, "b", "WEALTH", i * 10, 0, 0))
                .toList());
        int waiting = 0;
        for (int i = 0; i < 100; i++) {
            long balance = random.nextInt(1_000);
            Placement placement = new Placing("b", vip(), balance, null, null, null).decide(POLICY, desks);
            if (placement instanceof With with) {
                desks.take(with.managerId(), balance);
            } else {
                waiting++;
            }
        }

        assertThat(waiting).isEqualTo(40);
        assertThat(desks.all()).extracting(Desk::customers).containsExactly(0, 10, 20, 30);
    }

    /** By hand: loads 1, 2 and 3 have mean 2 and standard deviation sqrt(2/3). */
    @Test
    void spread_is_standard_deviation_over_mean() {
        Spread spread = Spread.over(List.of(desk("a", "X", 1, 0), desk("b", "X", 2, 0), desk("c", "X", 3, 0)));

        assertThat(spread.ofCustomers()).isEqualByComparingTo("0.408248");
        assertThat(spread.ofBalance()).isEqualByComparingTo("0");
    }

    private static Desks placedOneByOne(long[] balances, List<Desk> empty) {
        Desks desks = new Desks(empty);
        for (long balance : balances) {
            With with = (With) new Placing("b", vip(), balance, null, null, null).decide(POLICY, desks);
            desks.take(with.managerId(), balance);
        }
        return desks;
    }

    private static Desks byTurns(long[] balances, List<Desk> empty) {
        Desks desks = new Desks(empty);
        for (int i = 0; i < balances.length; i++) {
            desks.take("m" + i % empty.size(), balances[i]);
        }
        return desks;
    }

    /** Balances as banks have them: few have most of it. */
    private static long[] paretoBalances(int customers, Random random) {
        return IntStream.range(0, customers)
                .mapToLong(i -> Math.round(10_000 / Math.pow(1 - random.nextDouble(), 1 / 1.3)))
                .toArray();
    }

    private static double growth(Desk desk, List<Desk> pool, long balance) {
        double mean = (pool.stream().mapToDouble(Desk::balanceMinor).sum() + balance)
                / (pool.stream().mapToDouble(Desk::customers).sum() + 1);
        double money = mean == 0 ? 0 : (2.0 * desk.balanceMinor() * balance + (double) balance * balance) / mean / mean;
        return (2 * desk.customers() + 1 + money) / desk.capacity();
    }

    private static Placing of(String tier, int score, boolean nearUpgrade) {
        return new Placing("b", new Customer(tier, score, nearUpgrade), 0, null, null, null);
    }

    private static Customer vip() {
        return new Customer("VIP", 600, false);
    }

    private static Desk desk(String id, String role, int customers, long balance) {
        return new Desk(id, "b", role, 10, customers, balance);
    }

    private static Desks desks(Desk... desks) {
        return new Desks(List.of(desks));
    }

    private static Desks desks(List<Desk> desks) {
        return new Desks(new ArrayList<>(desks));
    }
}
