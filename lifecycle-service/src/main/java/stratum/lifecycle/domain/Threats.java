package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which causes of risk are true of a customer on a date, and when the next of them turns true or false. */
final class Threats {

    private final Life life;
    private final Known known;
    private final LocalDate asOf;
    private final LifecyclePolicy policy;
    private final Features features;
    private final List<Signal> signals;

    Threats(Life life, Features features, LocalDate asOf, LifecyclePolicy policy) {
        this.life = life;
        this.known = life.known();
        this.asOf = asOf;
        this.policy = policy;
        this.features = features;
        this.signals = List.of(
                brokenCadence(), salaryStopped(), complaint(), dissatisfaction(), productClosed(), neverActivated());
    }

    List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        signals.stream()
                .filter(signal -> signal.isTrue(asOf))
                .map(Signal::cause)
                .forEach(causes::add);
        if (balanceFlowsOut(0)) {
            causes.add(Cause.BALANCE_OUTFLOW);
        }
        if (moneyGoesToCompetitors(0)) {
            causes.add(Cause.COMPETITOR);
        }
        return causes;
    }

    /** The next date on which the causes are others than today, with no new fact; none if they stay. */
    @Nullable LocalDate turn() {
        return Stream.concat(
                        signals.stream().map(signal -> signal.turnsAfter(asOf)),
                        Stream.of(turn(this::balanceFlowsOut, mayFlowOut()), turn(this::moneyGoesToCompetitors, true)))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Windows have run out after their width: from then on nothing turns any more. */
    private @Nullable LocalDate turn(IntPredicate isTrue, boolean may) {
        boolean now = may && isTrue.test(0);
        for (int ahead = 1; may && ahead <= BalanceSeries.WINDOW; ahead++) {
            if (isTrue.test(ahead) != now) {
                return asOf.plusDays(ahead);
            }
        }
        return null;
    }

    private Signal brokenCadence() {
        LocalDate broken = new Cadence(policy.bgNbd(), known.activity())
                .dateBelow(policy.cadence().brokenBelow());
        return new Signal(Cause.INACTIVITY, Days.latest(broken, broken == null ? null : patience()), null);
    }

    /** One who was won back by a new product, and not yet by using it, gets the time of a new customer. */
    private @Nullable LocalDate patience() {
        Standing standing = life.standing();
        LocalDate wonBack = standing == null ? null : standing.wonBack();
        LocalDate last = known.activity().last();
        boolean notYetActive = wonBack != null && (last == null || last.isBefore(wonBack));
        return notYetActive
                ? requireNonNull(wonBack).plusDays(policy.activation().days())
                : null;
    }

    /** Three months with salary in a row, the last of them the last there was, and then none. */
    private Signal salaryStopped() {
        LocalDate last = Days.date(known.flows().incomes().lastPositive());
        if (last == null || !cameEachMonth(Days.monthOf(last))) {
            return Signal.never(Cause.SALARY_STOPPED);
        }
        return new Signal(
                Cause.SALARY_STOPPED,
                last.plusDays(policy.salary().stoppedDays()),
                last.plusDays(policy.salary().forgottenDays()));
    }

    private boolean cameEachMonth(int month) {
        return known.flows().hadIncome(month - 1) && known.flows().hadIncome(month - 2);
    }

    private Signal complaint() {
        return since(
                Cause.COMPLAINT,
                known.contacts().overdueSince(),
                policy.signals().complaintDays());
    }

    private Signal dissatisfaction() {
        Contacts.Survey survey = known.contacts().survey();
        boolean dissatisfied =
                survey != null && survey.score() <= policy.signals().dissatisfiedUpTo();
        return since(
                Cause.DISSATISFACTION,
                dissatisfied ? requireNonNull(survey).date() : null,
                policy.signals().surveyDays());
    }

    private Signal productClosed() {
        return since(
                Cause.PRODUCT_CLOSED,
                known.accounts().lastClosed(policy.signals().mainProducts()),
                policy.signals().closedDays());
    }

    private static Signal since(Cause cause, @Nullable LocalDate date, int days) {
        return date == null ? Signal.never(cause) : new Signal(cause, date, date.plusDays(days));
    }

    /** Only of one who has not got beyond acquisition. */
    private Signal neverActivated() {
        LocalDate start = known.start();
        Standing standing = life.standing();
        boolean acquiring =
                standing != null && (standing.is(Stage.ACQUISITION) || standing.home() == Stage.ACQUISITION);
        return start == null || !acquiring || isActivated()
                ? Signal.never(Cause.NEVER_ACTIVATED)
                : new Signal(
                        Cause.NEVER_ACTIVATED,
                        start.plusDays(policy.activation().days()),
                        null);
    }

    boolean isActivated() {
        return known.activity().days() >= policy.activation().activeDays()
                && (features.balance() > 0 || known.accounts().hasOpenLoan());
    }

    /** A balance cannot be far below its average where it never was higher; this saves looking at each day to come. */
    private boolean mayFlowOut() {
        BalanceSeries balances = features.balances();
        long gone = balances.highest() - balances.balance();
        return gone >= policy.balanceOutflow().minimum()
                && gone >= -policy.balanceOutflow().change() * 0.999 * balances.highest();
    }

    private boolean balanceFlowsOut(int ahead) {
        long balance = features.balance();
        long average = features.balances().average(90, ahead);
        return average - balance >= policy.balanceOutflow().minimum()
                && Features.change(balance, average) <= policy.balanceOutflow().change();
    }

    private boolean moneyGoesToCompetitors(int ahead) {
        long outflow = features.outflowToOtherBanks(ahead);
        return outflow >= policy.competitor().minimum()
                && outflow
                        >= policy.competitor().multiple() * features.balances().average(90, ahead);
    }
}
