package stratum.sandbox.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import stratum.events.Initiator;
import stratum.events.TransactionPosted;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.FittingModels;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;
import stratum.sandbox.replay.Histories;
import stratum.sandbox.replay.RealData;

/** Who of the online retailer's customers will buy again: what the model says on a day, against what they then did. */
final class RetailRankingTest {

    private static final LocalDate TODAY = LocalDate.of(2011, 3, 1);
    private static final int AHEAD = 180;

    private final Rhythms rhythms;
    private final Set<String> buyers = new HashSet<>();

    RetailRankingTest() throws IOException {
        try (History retail = Histories.open("retail", RealData.folder("online-retail"), TODAY.plusDays(AHEAD))) {
            rhythms = new Rhythms(retail.zone(), retail.currency());
            retail.days().forEachRemaining(this::take);
        }
    }

    private void take(Day day) {
        if (day.date().isAfter(TODAY)) {
            day.facts().stream()
                    .filter(fact ->
                            fact instanceof TransactionPosted posted && posted.getInitiator() == Initiator.CUSTOMER)
                    .forEach(fact -> buyers.add(((TransactionPosted) fact).getCustomerId()));
        } else {
            day.facts().forEach(rhythms::take);
        }
    }

    /**
     * P(alive) alone cannot: the model says 1 of everybody who bought once, and they are a third. Whether somebody buys is
     * whether she is alive and how often she buys.
     */
    @Test
    void who_is_alive_and_buys_often_buys_again_sooner_than_who_bought_last() throws FittingModels.TooFew {
        BgNbd model = FittingModels.to(rhythms.all()).bgNbd();

        double recency = areaUnderCurve(rhythm -> rhythm.ageAtLast() - rhythm.age());
        double alive = areaUnderCurve(rhythm -> model.pAlive(rhythm.repeats(), rhythm.ageAtLast(), rhythm.age()));
        double buys = areaUnderCurve(
                rhythm -> model.purchaseWithin(AHEAD, rhythm.repeats(), rhythm.ageAtLast(), rhythm.age()));

        System.out.printf(
                "ONLINE RETAIL, %d customers at %s, who buys within %d days: AUC %.3f by recency, %.3f by P(alive), %.3f by the"
                        + " probability of a purchase (%s)%n",
                rhythms.all().size(), TODAY, AHEAD, recency, alive, buys, model);
        assertThat(buys).isGreaterThan(recency + 0.04);
        assertThat(recency).isBetween(0.70, 0.77);
    }

    /** The chance that of a buyer and another the buyer ranks higher; half where they rank alike. */
    private double areaUnderCurve(ToDoubleFunction<Rhythm> score) {
        List<Ranked> ranked = new ArrayList<>();
        for (Map.Entry<String, Rhythm> customer : rhythms.byCustomer().entrySet()) {
            ranked.add(new Ranked(score.applyAsDouble(customer.getValue()), buyers.contains(customer.getKey())));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score));
        double pairs = 0;
        long others = 0;
        for (int from = 0, to; from < ranked.size(); from = to) {
            to = from;
            long alikeBuyers = 0;
            long alikeOthers = 0;
            while (to < ranked.size()
                    && ranked.get(to).score() == ranked.get(from).score()) {
                alikeBuyers += ranked.get(to).buys() ? 1 : 0;
                alikeOthers += ranked.get(to).buys() ? 0 : 1;
                to++;
            }
            pairs += alikeBuyers * (others + alikeOthers / 2.0);
            others += alikeOthers;
        }
        return pairs / others / (ranked.size() - others);
    }

    private record Ranked(double score, boolean buys) {}
}
