package stratum.lifecycle.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.FittedModels.Frequency;
import stratum.lifecycle.usecase.FittingModels.TooFew;

/** What is learned of customers' rhythms. */
final class FittingModelsTest {

    /** The half of the observation that the papers fit to: 39 weeks. */
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);

    @Test
    void cdnow_gives_the_parameters_of_the_paper() throws IOException, TooFew {
        FittedModels fitted = FittingModels.to(Cdnow.summary());

        assertThat(fitted.customers()).isEqualTo(2_357);
        assertThat(fitted.bgNbd().r()).isCloseTo(0.243, offset(0.0005));
        assertThat(fitted.bgNbd().alpha()).isCloseTo(4.414, offset(0.005));
        assertThat(fitted.bgNbd().a()).isCloseTo(0.793, offset(0.0005));
        assertThat(fitted.bgNbd().b()).isCloseTo(2.426, offset(0.005));
        assertThat(fitted.logLikelihood()).isCloseTo(-9582.4, offset(0.05));
    }

    @Test
    void the_purchases_of_one_half_of_cdnow_are_foretold_from_the_other() throws IOException, TooFew {
        List<Rhythm> customers = Cdnow.customersAsOf(CALIBRATED);
        List<Rhythm> odd = everySecond(customers, 0);
        List<Rhythm> even = everySecond(customers, 1);

        assertThat(foretold(FittingModels.to(odd).bgNbd(), even)).isCloseTo(repeats(even), withinPercentage(5));
        assertThat(foretold(FittingModels.to(even).bgNbd(), odd)).isCloseTo(repeats(odd), withinPercentage(5));
    }

    private static List<Rhythm> everySecond(List<Rhythm> customers, int first) {
        return IntStream.range(0, customers.size())
                .filter(i -> i % 2 == first)
                .mapToObj(customers::get)
                .toList();
    }

    private static double repeats(List<Rhythm> customers) {
        return customers.stream().mapToInt(Rhythm::repeats).sum();
    }

    /** Of each from its first purchase on, of whom nothing else is known. */
    private static double foretold(BgNbd model, List<Rhythm> customers) {
        return customers.stream()
                .mapToDouble(customer -> model.expectedPurchases(customer.age(), 0, 0, 0))
                .sum();
    }

    @Test
    void customers_made_by_the_model_give_its_parameters_back() throws TooFew {
        BgNbd truth = new BgNbd(0.7, 20, 0.6, 3);
        GammaGamma values = new GammaGamma(4, 3, 5_000);

        FittedModels fitted = FittingModels.to(InventedCustomers.of(truth, values, 20_000, 730, new Random(1)));

        assertThat(fitted.bgNbd().r()).isCloseTo(truth.r(), withinPercentage(5));
        assertThat(fitted.bgNbd().alpha()).isCloseTo(truth.alpha(), withinPercentage(7));
        assertThat(fitted.bgNbd().a()).isCloseTo(truth.a(), withinPercentage(12));
        assertThat(fitted.bgNbd().b()).isCloseTo(truth.b(), withinPercentage(12));
        GammaGamma learned = requireNonNull(fitted.gammaGamma());
        assertThat(learned.p() * learned.v() / (learned.q() - 1)).isCloseTo(10_000, withinPercentage(5));
        assertThat(learned.q()).isCloseTo(values.q(), withinPercentage(12));
    }

    @Test
    void what_is_expected_adds_up_to_everybody_and_is_near_to_what_is_so() throws TooFew {
        List<Rhythm> customers = InventedCustomers.of(
                new BgNbd(0.7, 20, 0.6, 3), new GammaGamma(4, 3, 5_000), 5_000, 200, new Random(2));

        List<Frequency> repeats = FittingModels.to(customers).repeats();

        assertThat(repeats).hasSize(8);
        assertThat(repeats.stream().mapToLong(Frequency::actual).sum()).isEqualTo(5_000);
        assertThat(repeats.stream().mapToDouble(Frequency::expected).sum()).isCloseTo(5_000, offset(1e-6));
        repeats.forEach(bar -> assertThat(bar.expected()).isCloseTo(bar.actual(), offset(90.0)));
    }

    @Test
    void the_same_customers_in_another_order_give_the_same() throws TooFew {
        List<Rhythm> customers = new ArrayList<>(
                InventedCustomers.of(new BgNbd(0.7, 20, 0.6, 3), new GammaGamma(4, 3, 5_000), 500, 200, new Random(3)));
        FittedModels one = FittingModels.to(customers);
        java.util.Collections.shuffle(customers, new Random(4));

        FittedModels other = FittingModels.to(customers);

        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), offset(1e-4));
    }

    @Test
    void from_few_customers_nothing_is_learned() {
        assertThatThrownBy(() -> FittingModels.to(List.of(new Rhythm(3, 10, 20, 0))))
                .isInstanceOf(TooFew.class)
                .hasMessageStartingWith("1 customers came back");
    }

    @Test
    void the_plot_shows_a_pair_of_bars_for_every_number() throws TooFew {
        FittedModels fitted = FittingModels.to(
                InventedCustomers.of(new BgNbd(0.7, 20, 0.6, 3), new GammaGamma(4, 3, 5_000), 500, 200, new Random(5)));

        String svg = FrequencyPlot.of(fitted);

        assertThat(svg).startsWith("<svg ").contains("500 in all", ">7+<").endsWith("</svg>\n");
        assertThat(svg.split("<rect ", -1)).hasSize(1 + 1 + 2 + 2 * 8);
    }
}
