package stratum.lifecycle.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.Initiator;
import stratum.events.MilestoneKind;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/** The milestones of one customer, those of the calendar found by going through the days one by one. */
public final class Milestones {

    private final List<Passed> passed = new ArrayList<>();
    private final Set<MilestoneKind> once = EnumSet.noneOf(MilestoneKind.class);
    private final Set<String> told = new HashSet<>();
    private @Nullable LocalDate looked;

    /** What was passed, and in which evaluation. */
    public record Passed(
            MilestoneKind kind,
            LocalDate asOf,
            @Nullable Long amount,
            @Nullable String reference) {}

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    void by(SpecificRecord fact, Reckoning before, Reckoning after, LocalDate today) {
        if (fact instanceof HoldingChanged holding
                && after.openHoldings() >= 2
                && once.add(MilestoneKind.SECOND_PRODUCT)) {
            passed.add(new Passed(MilestoneKind.SECOND_PRODUCT, today, null, holding.getAccountId()));
        }
        if (fact instanceof TransactionPosted posted
                && posted.getReverses() == null
                && posted.getDirection() == Direction.CREDIT) {
            credited(posted, before.relationshipStart() == null ? 0 : before.average(90, today), today);
        }
    }

    private void credited(TransactionPosted credit, long average, LocalDate today) {
        long amount = Reckoning.amount(credit);
        Long known = amount == 0 ? null : Long.valueOf(amount);
        ProductFamily family = credit.getProductFamily();
        if (credit.getInitiator() == Initiator.CUSTOMER
                && family == ProductFamily.DEPOSIT
                && once.add(MilestoneKind.FIRST_DEPOSIT)) {
            passed.add(new Passed(MilestoneKind.FIRST_DEPOSIT, today, known, credit.getAccountId()));
        }
        boolean income = credit.getPurpose() == Purpose.SALARY || credit.getPurpose() == Purpose.PENSION;
        if (income && once.add(MilestoneKind.FIRST_SALARY)) {
            passed.add(new Passed(MilestoneKind.FIRST_SALARY, today, known, credit.getAccountId()));
        }
        if (amount >= 1_000_000 && amount >= 3 * average) {
            passed.add(new Passed(MilestoneKind.LARGE_INFLOW, today, amount, credit.getAccountId()));
        }
    }

    void byDate(Reckoning known, boolean wasCustomer, boolean isCustomer, LocalDate today) {
        LocalDate from = looked == null || !wasCustomer ? today : looked.plusDays(1);
        if (isCustomer) {
            LocalDate start = known.relationshipStart();
            for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
                if (start != null && isYearsAfter(start, day)) {
                    String years = String.valueOf(day.getYear() - start.getYear());
                    passed.add(new Passed(MilestoneKind.ANNIVERSARY, today, null, years));
                }
            }
            for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
                if (isYearsAfter(known.birth(), day)) {
                    passed.add(new Passed(MilestoneKind.BIRTHDAY, today, null, null));
                }
            }
            known.maturing().forEach((account, date) -> {
                boolean soon = !date.isBefore(today) && !date.minusDays(30).isAfter(today);
                if (soon && told.add(account + date)) {
                    passed.add(new Passed(MilestoneKind.WEALTH_MATURING, today, null, account));
                }
            });
        }
        looked = looked != null && looked.isAfter(today) ? looked : today;
    }

    private static boolean isYearsAfter(@Nullable LocalDate first, LocalDate day) {
        if (first == null || day.getYear() <= first.getYear()) {
            return false;
        }
        boolean leapling = first.getMonthValue() == 2 && first.getDayOfMonth() == 29 && !day.isLeapYear();
        return first.getMonth() == day.getMonth() && (leapling ? 28 : first.getDayOfMonth()) == day.getDayOfMonth();
    }
}
