package stratum.lifecycle.usecase;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.Climbing.Summit;

/** Fits BG/NBD and Gamma-Gamma to a bank's customers by maximum likelihood. */
public final class FittingModels {

    /** With fewer customers who came again, or who moved money, the parameters would be chance. */
    private static final int FEWEST = 10;

    private FittingModels() {}

    /** There is too little to learn from, said in a sentence. */
    public static final class TooFew extends Exception {

        private static final long serialVersionUID = 1L;

        TooFew(long repeating) {
            super("%d customers came back after their first active day; %d at least are needed to learn a rhythm."
                    .formatted(repeating, FEWEST));
        }
    }

    /**
     * The models under which these customers are likeliest.
     *
     * @throws TooFew where fewer than ten have come a second time
     */
    public static FittedModels to(List<Rhythm> customers) throws TooFew {
        long repeating =
                customers.stream().filter(customer -> customer.repeats() > 0).count();
        if (repeating < FEWEST) {
            throw new TooFew(repeating);
        }
        BgNbdLikelihood likelihood = new BgNbdLikelihood(customers);
        Summit summit = starts(customers)
                .map(start -> Climbing.from(start, parameters -> likelihood.of(bgNbd(parameters))))
                .max(Comparator.comparingDouble(Summit::height))
                .orElseThrow();
        BgNbd bgNbd = bgNbd(summit.parameters());
        return new FittedModels(
                customers.size(),
                bgNbd,
                summit.height(),
                gammaGamma(new GammaGammaLikelihood(customers)),
                new Frequencies(bgNbd).of(customers));
    }

    /** With alpha of the order of a pause, in whatever unit that is. */
    private static Stream<double[]> starts(List<Rhythm> customers) {
        double time = customers.stream().mapToDouble(Rhythm::age).sum();
        double repeats = customers.stream().mapToDouble(Rhythm::repeats).sum();
        double pause = Math.max(1e-3, time / (repeats + 1));
        return Stream.of(new double[] {1, pause, 1, 1}, new double[] {0.3, pause / 3, 0.5, 3});
    }

    private static BgNbd bgNbd(double[] parameters) {
        return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    private static @Nullable GammaGamma gammaGamma(GammaGammaLikelihood likelihood) {
        if (likelihood.customers() < FEWEST) {
            return null;
        }
        double[] start = {1, 1, likelihood.mean()};
        return gammaGamma(Climbing.from(start, parameters -> likelihood.of(gammaGamma(parameters)))
                .parameters());
    }

    /** q is climbed for as what it is above 1, without which there is no mean. */
    private static GammaGamma gammaGamma(double[] parameters) {
        return new GammaGamma(parameters[0], 1 + parameters[1], parameters[2]);
    }
}
