package stratum.lifecycle.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which milestones a customer passes by a fact, or by a date. */
final class MilestoneRules {

    private final LifecyclePolicy.MilestoneRule policy;
    private final LocalDate asOf;
    private final List<Milestone> passed = new ArrayList<>();

    MilestoneRules(LifecyclePolicy policy, LocalDate asOf) {
        this.policy = policy.milestones();
        this.asOf = asOf;
    }

    List<Milestone> passed() {
        return List.copyOf(passed);
    }

    /** Those of a fact, which is booked between the two. A fact that comes too late is none's milestone any more. */
    Way by(Fact fact, Known before, Known after, Way way) {
        if (Known.isTooLate(fact, asOf)) {
            return way;
        }
        if (fact instanceof Fact.Transaction transaction
                && transaction.booking().sign() > 0) {
            return by(transaction, before, way);
        }
        return fact instanceof Fact.HoldingChanged holding && after.accounts().openCount() >= 2
                ? once(MilestoneKind.SECOND_PRODUCT, way, holding.date(), null, holding.account())
                : way;
    }

    private Way by(Fact.Transaction fact, Known before, Way way) {
        Fact.Booking booking = fact.booking();
        Way on = way;
        if (booking.credit() && booking.byCustomer() && fact.family() == Family.DEPOSIT) {
            on = once(MilestoneKind.FIRST_DEPOSIT, on, booking.date(), known(booking), fact.account());
        }
        if (booking.kind() == Fact.Kind.INCOME) {
            on = once(MilestoneKind.FIRST_SALARY, on, booking.date(), known(booking), fact.account());
        }
        if (isLargeInflow(fact, before)) {
            passed.add(new Milestone(
                    MilestoneKind.LARGE_INFLOW, booking.date(), booking.amount(), fact.account(), fact.id()));
        }
        return on;
    }

    private static @Nullable Long known(Fact.Booking booking) {
        return booking.amount() == 0 ? null : Long.valueOf(booking.amount());
    }

    private Way once(MilestoneKind kind, Way way, LocalDate date, @Nullable Long amount, @Nullable String reference) {
        if (way.hasPassed(kind)) {
            return way;
        }
        passed.add(new Milestone(kind, date, amount, reference, null));
        return way.passed(kind);
    }

    /** Against the average before it, which it would itself raise. */
    private boolean isLargeInflow(Fact.Transaction fact, Known before) {
        long amount = fact.booking().amount();
        return fact.booking().credit()
                && !fact.family().isLiability()
                && amount >= policy.largeInflowMinimum()
                && amount >= policy.largeInflowMultiple() * average(before);
    }

    private long average(Known before) {
        return before.start() == null ? 0 : new Features(before, asOf).avgBalance90d();
    }

    /** Those of the calendar since it was last looked at, of one who is a customer now and was before. */
    Way byDate(Life life, boolean wasCustomer, boolean isCustomer) {
        Way way = life.way();
        LocalDate until = way.until();
        if (until == null || !wasCustomer) {
            until = asOf.minusDays(1);
        }
        Map<String, LocalDate> told = told(way);
        if (isCustomer) {
            yearly(MilestoneKind.ANNIVERSARY, life.known().start(), until);
            yearly(MilestoneKind.BIRTHDAY, life.known().birth(), until);
            maturing(life.known(), way, told);
        }
        LocalDate looked = Days.latest(way.until(), asOf);
        return way.lookedAt(looked == null ? asOf : looked, told, isCustomer ? next(life.known()) : null);
    }

    /** A 29th of February is kept on the 28th in other years. */
    private void yearly(MilestoneKind kind, @Nullable LocalDate first, LocalDate until) {
        if (first == null) {
            return;
        }
        int years = asOf.getYear() - first.getYear();
        if (first.plusYears(years).isAfter(asOf)) {
            years--;
        }
        LocalDate date = first.plusYears(years);
        if (years > 0 && date.isAfter(until)) {
            passed.add(Milestone.on(date, kind, kind == MilestoneKind.ANNIVERSARY ? Integer.toString(years) : null));
        }
    }

    private void maturing(Known known, Way way, Map<String, LocalDate> told) {
        known.accounts().maturing(Family.WEALTH).forEach(account -> {
            LocalDate date = Objects.requireNonNull(account.matures());
            boolean soon = !asOf.isBefore(noticeOf(date)) && !asOf.isAfter(date);
            if (soon && !way.toldMaturing(account.id(), date)) {
                passed.add(Milestone.on(date, MilestoneKind.WEALTH_MATURING, account.id()));
                told.put(account.id(), date);
            }
        });
    }

    /** What was told of products that may still mature. */
    private Map<String, LocalDate> told(Way way) {
        Map<String, LocalDate> told = new TreeMap<>(way.maturing());
        told.values().removeIf(date -> date.isBefore(asOf));
        return told;
    }

    private LocalDate noticeOf(LocalDate maturity) {
        return maturity.minusDays(policy.maturingDays());
    }

    private @Nullable LocalDate next(Known known) {
        Stream<LocalDate> notices = known.accounts()
                .maturing(Family.WEALTH)
                .map(account -> noticeOf(Objects.requireNonNull(account.matures())))
                .filter(notice -> notice.isAfter(asOf));
        return Days.earliest(Stream.concat(Stream.of(nextYearly(known.start()), nextYearly(known.birth())), notices)
                .toArray(LocalDate[]::new));
    }

    private @Nullable LocalDate nextYearly(@Nullable LocalDate first) {
        if (first == null) {
            return null;
        }
        int years = Math.max(1, asOf.getYear() - first.getYear());
        LocalDate next = first.plusYears(years);
        return next.isAfter(asOf) ? next : first.plusYears(years + 1L);
    }
}
