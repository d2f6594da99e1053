package stratum.lifecycle.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a lifecycle policy. Amounts are minor units of the base currency, periods are days.
 *
 * @param id policy id
 * @param version from 1
 * @param effectiveFrom the event time from which it rules
 * @param bgNbd the customer's own cadence
 * @param gammaGamma what an active day is worth
 * @param value what the bank earns by it, and for how long that is reckoned
 * @param cadence when silence is a risk, and when it is the end
 * @param activation what makes a customer of an account
 * @param maturity what makes a grown relationship
 * @param balanceOutflow when a falling balance is a risk
 * @param competitor when payments to other banks are a risk
 * @param salary when a salary that no longer comes is a risk
 * @param signals how long single events count
 * @param milestones when money that comes in is much, and when a product matures soon
 * @param atRisk risk from which a customer is at risk, and under which it recovers
 * @param weights what each cause adds to the risk
 */
public record LifecyclePolicy(
        String id,
        int version,
        Instant effectiveFrom,
        BgNbd bgNbd,
        GammaGamma gammaGamma,
        ValueRule value,
        CadenceRule cadence,
        ActivationRule activation,
        MaturityRule maturity,
        BalanceOutflowRule balanceOutflow,
        CompetitorRule competitor,
        SalaryRule salary,
        SignalRule signals,
        MilestoneRule milestones,
        AtRiskRule atRisk,
        Map<Cause, Integer> weights) {

    /** What the bank earns on what is moved, as a share; the rate a year at which it is discounted; days reckoned with. */
    public record ValueRule(double margin, double discountRate, int horizonDays) {}

    /** A large inflow as a multiple of the average balance, and its least amount; days before maturity. */
    public record MilestoneRule(double largeInflowMultiple, long largeInflowMinimum, int maturingDays) {}

    /** P(alive) under which the cadence is broken; P(alive) under which, and silence after which, a customer is lost. */
    public record CadenceRule(double brokenBelow, double silentBelow, int silentDays) {}

    /** Days by which a customer must have been active on so many days. */
    public record ActivationRule(int days, int activeDays) {}

    /** Tenure, product families that do instead of a main bank, and how far the two averages may lie apart. */
    public record MaturityRule(int tenureDays, int productFamilies, double flatWithin) {}

    /** The change of balance, as a negative ratio, and the least amount gone. */
    public record BalanceOutflowRule(double change, long minimum) {}

    /** Outflow to other banks as a multiple of the average balance, and its least amount. */
    public record CompetitorRule(double multiple, long minimum) {}

    /** Days without salary after which it has stopped, and after which that is no news any more. */
    public record SalaryRule(int stoppedDays, int forgottenDays) {}

    /** Days for which a complaint, a bad mark and a closed product count; marks that are bad; products that are main. */
    public record SignalRule(
            int complaintDays, int surveyDays, int dissatisfiedUpTo, int closedDays, Set<Family> mainProducts) {

        public SignalRule {
            mainProducts = Set.copyOf(mainProducts);
        }
    }

    /** Thresholds of risk, and how long it must stay under the lower one. */
    public record AtRiskRule(int enter, int exit, int calmDays) {}

    public LifecyclePolicy {
        weights = Map.copyOf(weights);
        if (atRisk.exit() > atRisk.enter()) {
            throw new IllegalArgumentException(
                    "Risk is left at %d, above where it is entered, at %d".formatted(atRisk.exit(), atRisk.enter()));
        }
        if (balanceOutflow.change() >= 0) {
            throw new IllegalArgumentException("An outflow is a change below 0, not " + balanceOutflow.change());
        }
    }

    /** Whether it goes by the same name; a published version is never another. */
    boolean isSameVersion(LifecyclePolicy other) {
        return id.equals(other.id) && version == other.version;
    }

    int weightOf(Cause cause) {
        return weights.getOrDefault(cause, 0);
    }
}
