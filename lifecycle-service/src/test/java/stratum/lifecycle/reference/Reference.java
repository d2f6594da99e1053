package stratum.lifecycle.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Cause;
import stratum.events.Stage;
import stratum.lifecycle.reference.RandomHistories.Day;

/**
 * One customer's way through the stages, worked out slowly: from all facts, after every fact and at the end of every
 * day. The numbers are those of the default policy.
 */
public final class Reference {

    private final List<SpecificRecord> known = new ArrayList<>();
    private final List<LocalDate> tooLate = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final Milestones milestones = new Milestones();

    private @Nullable Stage stage;
    private @Nullable Stage home;
    private @Nullable Cause enteredBy;
    private LocalDate since = LocalDate.MIN;
    private Instant sinceMoment = Instant.MIN;
    private @Nullable LocalDate wonBack;
    private @Nullable LocalDate calmSince;
    private @Nullable LocalDate lastTick;
    private Reckoning reckoning = new Reckoning(List.of(), List.of());

    /** From stage to stage, and why. */
    public record Change(
            Instant at, LocalDate asOf, @Nullable Stage from, Stage to, List<Cause> causes, int risk) {}

    /** Works through what was published on a day, then closes it. */
    public void day(Day day) {
        day.facts().stream()
                .sorted(Comparator.comparing(Reckoning::momentOf)
                        .thenComparing(Reckoning::rankOf)
                        .thenComparing(Reckoning::idOf))
                .forEach(this::work);
        lastTick = day.date();
        evaluate(day.date(), endOf(day.date()));
    }

    private void work(SpecificRecord fact) {
        if (!ids.add(Reckoning.idOf(fact))) {
            return;
        }
        LocalDate date = Reckoning.dateOf(Reckoning.momentOf(fact));
        Reckoning before = reckoning;
        LocalDate asOf = lastTick != null && lastTick.isAfter(date) ? lastTick : date;
        if (ChronoUnit.DAYS.between(date, asOf) > 400) {
            if (Reckoning.startsRelationship(fact)) {
                tooLate.add(date);
            }
        } else {
            known.add(fact);
        }
        reckoning = new Reckoning(List.copyOf(known), List.copyOf(tooLate));
        boolean isKnown = known.contains(fact);
        if (isKnown) {
            milestones.by(fact, before, reckoning, asOf);
        }
        Instant at = Reckoning.momentOf(fact);
        evaluate(asOf, lastTick != null && endOf(lastTick).isAfter(at) ? endOf(lastTick) : at);
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    private void evaluate(LocalDate today, Instant at) {
        boolean wasCustomer = isCustomer();
        boolean moved = true;
        while (moved) {
            keepCalm(today);
            moved = step(today, at);
        }
        milestones.byDate(reckoning, wasCustomer, isCustomer(), today);
    }

    private boolean isCustomer() {
        return stage != null && stage != Stage.PROSPECT && stage != Stage.CHURNED;
    }

    private void keepCalm(LocalDate today) {
        if (stage != Stage.AT_RISK || risk(today) >= 30) {
            calmSince = null;
        } else if (calmSince == null) {
            calmSince = today;
        }
    }

    private boolean step(LocalDate today, Instant at) {
        LocalDate start = reckoning.relationshipStart();
        if (stage == null && start == null) {
            return reckoning.hasProfile() && enter(Stage.PROSPECT, null, today, at);
        }
        if (stage == null || stage == Stage.PROSPECT) {
            return start != null && enter(Stage.ACQUISITION, null, today, at);
        }
        if (stage == Stage.CHURNED) {
            return comesBack() && enter(Stage.GROWTH, Cause.WON_BACK, today, at);
        }
        if (closedEverything()) {
            return enter(Stage.CHURNED, Cause.CLOSED, today, at);
        }
        if (isSilent(today)) {
            return enter(Stage.CHURNED, Cause.SILENT, today, at);
        }
        if (stage == Stage.ACQUISITION && isActivated(today)) {
            return enter(Stage.GROWTH, null, today, at);
        }
        if (stage == Stage.ACQUISITION) {
            return tenure(today) >= 90 && enter(Stage.AT_RISK, Cause.NEVER_ACTIVATED, today, at);
        }
        if (stage == Stage.AT_RISK) {
            boolean calm = calmSince != null && ChronoUnit.DAYS.between(calmSince, today) >= 14;
            return calm && home != null && enter(home, Cause.RECOVERED, today, at);
        }
        if (risk(today) >= 50) {
            return enter(Stage.AT_RISK, causes(today).get(0), today, at);
        }
        boolean mature = tenure(today) >= 365
                && (reckoning.openFamilies() >= 2 || reckoning.isMainBank(today))
                && reckoning.isFlat(today);
        return stage == Stage.GROWTH && mature && enter(Stage.MATURITY, null, today, at);
    }

    private boolean enter(Stage to, @Nullable Cause cause, LocalDate today, Instant at) {
        Stage from = stage;
        home = to == Stage.AT_RISK ? from : null;
        stage = to;
        enteredBy = cause;
        since = today;
        sinceMoment = at;
        wonBack = cause == Cause.WON_BACK ? today : wonBack;
        List<Cause> why = to == Stage.AT_RISK ? causes(today) : cause == null ? List.of() : List.of(cause);
        changes.add(new Change(at, today, from, to, why, risk(today)));
        return true;
    }

    private long tenure(LocalDate today) {
        LocalDate start = reckoning.relationshipStart();
        return start == null ? 0 : ChronoUnit.DAYS.between(start, today);
    }

    private boolean isActivated(LocalDate today) {
        return reckoning.activeDays().size() >= 3 && (reckoning.balance(today) > 0 || reckoning.hasLoan());
    }

    private boolean closedEverything() {
        LocalDate closed = reckoning.lastClosed(false);
        return closed != null
                && reckoning.openHoldings() == 0
                && reckoning.activeDays().stream().noneMatch(closed::isBefore);
    }

    private boolean isSilent(LocalDate today) {
        Double alive = reckoning.pAlive(today);
        LocalDate heard = reckoning.lastHeardOf();
        boolean justBack = wonBack != null && ChronoUnit.DAYS.between(wonBack, today) < 90;
        return alive != null
                && alive < 0.05
                && heard != null
                && ChronoUnit.DAYS.between(heard, today) >= 90
                && !justBack;
    }

    private boolean comesBack() {
        boolean active = reckoning.activeDays().stream().anyMatch(since::isBefore)
                || (enteredBy == Cause.SILENT
                        && reckoning.activeDays().contains(since)
                        && reckoning.wasActiveAfter(sinceMoment));
        boolean opened = reckoning.openHoldings() > 0
                && (enteredBy == Cause.CLOSED || reckoning.lastOpened().isAfter(sinceMoment));
        return !closedEverything() && (active || opened);
    }

    /** 0 before there is a relationship, 100 after it has ended. */
    public int risk(LocalDate today) {
        if (stage == null || stage == Stage.PROSPECT) {
            return 0;
        }
        return stage == Stage.CHURNED
                ? 100
                : Math.min(
                        100, causes(today).stream().mapToInt(Reference::weight).sum());
    }

    /** What is true, largest first. */
    public List<Cause> causes(LocalDate today) {
        if (stage == null || stage == Stage.PROSPECT) {
            return List.of();
        }
        if (stage == Stage.CHURNED) {
            return enteredBy == null ? List.of() : List.of(enteredBy);
        }
        List<Cause> causes = new ArrayList<>();
        Double alive = reckoning.pAlive(today);
        if (alive != null && alive < 0.5 && !isGivenTime(today)) {
            causes.add(Cause.INACTIVITY);
        }
        boolean acquiring = stage == Stage.ACQUISITION || home == Stage.ACQUISITION;
        if (acquiring && tenure(today) >= 90 && !isActivated(today)) {
            causes.add(Cause.NEVER_ACTIVATED);
        }
        if (reckoning.salaryStopped(today)) {
            causes.add(Cause.SALARY_STOPPED);
        }
        if (reckoning.balanceFellByHalf(today)) {
            causes.add(Cause.BALANCE_OUTFLOW);
        }
        if (reckoning.complaintIsOverdue(today)) {
            causes.add(Cause.COMPLAINT);
        }
        if (reckoning.isDissatisfied(today)) {
            causes.add(Cause.DISSATISFACTION);
        }
        LocalDate closed = reckoning.lastClosed(true);
        if (closed != null && ChronoUnit.DAYS.between(closed, today) < 90 && !closed.isAfter(today)) {
            causes.add(Cause.PRODUCT_CLOSED);
        }
        if (reckoning.moneyGoesToOtherBanks(today)) {
            causes.add(Cause.COMPETITOR);
        }
        return causes;
    }

    /** Won back by a new product, and not active since: 90 days. */
    private boolean isGivenTime(LocalDate today) {
        return wonBack != null
                && reckoning.activeDays().stream().allMatch(wonBack::isAfter)
                && ChronoUnit.DAYS.between(wonBack, today) < 90;
    }

    private static int weight(Cause cause) {
        return switch (cause) {
            case INACTIVITY, NEVER_ACTIVATED -> 60;
            case SALARY_STOPPED -> 40;
            case BALANCE_OUTFLOW -> 30;
            case COMPLAINT -> 25;
            case DISSATISFACTION, PRODUCT_CLOSED -> 20;
            case COMPETITOR -> 15;
            default -> throw new IllegalArgumentException(cause + " is no risk");
        };
    }

    /** The stage; none before there is one. */
    public @Nullable Stage stage() {
        return stage;
    }

    /** All milestones so far. */
    public List<Milestones.Passed> milestones() {
        return milestones.passed();
    }

    /** All changes so far. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The features as they stand. */
    public Reckoning reckoning() {
        return reckoning;
    }
}
