package stratum.lifecycle.usecase;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the parameters for which a likelihood is highest, all of them above 0. It climbs over their logarithms, and anew from
 * where it arrived, for a simplex may shrink on a slope.
 */
final class Climbing {

    private static final int MOST_STEPS = 20_000;
    private static final double EXACT = 1e-10;
    private static final double SIDE = 0.5;

    /** Where a parameter is beyond any meaning: the data do not determine it. */
    private static final double FURTHEST = 16;

    private static final int ROUNDS = 4;

    private Climbing() {}

    /** The place reached, and how high it is. */
    record Summit(double[] parameters, double height) {}

    static Summit from(double[] start, ToDoubleFunction<double[]> likelihood) {
        Summit summit = new Summit(start, Double.NEGATIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            summit = climb(summit.parameters(), likelihood);
        }
        return summit;
    }

    private static Summit climb(double[] start, ToDoubleFunction<double[]> likelihood) {
        PointValuePair top = new SimplexOptimizer(EXACT, EXACT)
                .optimize(
                        new MaxEval(MOST_STEPS),
                        new ObjectiveFunction(logarithms -> heightAt(logarithms, likelihood)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(Arrays.stream(start).map(Math::log).toArray()),
                        new NelderMeadSimplex(start.length, SIDE));
        return new Summit(exponentials(top.getPoint()), top.getValue());
    }

    private static double heightAt(double[] logarithms, ToDoubleFunction<double[]> likelihood) {
        boolean near = Arrays.stream(logarithms).allMatch(logarithm -> Math.abs(logarithm) < FURTHEST);
        double height = near ? likelihood.applyAsDouble(exponentials(logarithms)) : Double.NaN;
        return Double.isFinite(height) ? height : -Double.MAX_VALUE;
    }

    private static double[] exponentials(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }
}
