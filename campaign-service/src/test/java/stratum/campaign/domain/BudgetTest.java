package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    /** Parts that know nothing of one another. */
    private record Purse(int number, int of, Map<String, Long> spent) implements Budget.Spending {
        @Override
        public long ofAll(String campaignId) {
            return spent.getOrDefault(number + campaignId, 0L);
        }

        @Override
        public long on(String campaignId, LocalDate date) {
            return spent.getOrDefault(number + campaignId + date, 0L);
        }

        @Override
        public Budget.Part part() {
            return new Budget.Part(number, of);
        }
    }

    @ParameterizedTest(name = "{0} in all, {1} a day, {2} parts: {3} made")
    @CsvSource(textBlock = """
            # total, per day, parts, made in ten days of 2000 wishes each
            1000,  ,       12, 1000
            1000,  30,     12, 300
            5,     ,       12, 5
            ,      5,      12, 50
            ,      0,      12, 0
            7,     3,      1,  7
            ,      ,       12, 20000
            """)
    void all_parts_together_spend_exactly_the_budget_where_enough_is_wished_for(
            @Nullable Long total, @Nullable Long perDay, int parts, long made) {
        Budget budget = new Budget(total, perDay);
        Map<String, Long> spent = new HashMap<>();
        Random random = new Random(1);
        long offers = 0;
        for (int day = 0; day < 10; day++) {
            LocalDate today = MONDAY.plusDays(day);
            long thatDay = 0;
            for (int wish = 0; wish < 2_000; wish++) {
                Purse purse = new Purse(random.nextInt(parts), parts, spent);
                if (!budget.isSpent("c", purse, today)) {
                    spent.merge(purse.number() + "c", 1L, Long::sum);
                    spent.merge(purse.number() + "c" + today, 1L, Long::sum);
                    thatDay++;
                }
            }
            assertThat(thatDay).isLessThanOrEqualTo(perDay == null ? Long.MAX_VALUE : perDay);
            offers += thatDay;
        }
        assertThat(offers).isEqualTo(made);
    }
}
