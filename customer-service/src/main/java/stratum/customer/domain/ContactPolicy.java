package stratum.customer.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often customers are to be spoken to (联络计划).
 *
 * @param rhythms all that fit a customer hold; the earliest date counts
 * @param holidays days of rest beside Saturday and Sunday
 */
public record ContactPolicy(List<Rhythm> rhythms, Set<LocalDate> holidays, Familiarity familiar) {

    /**
     * A rhythm for the customers that fit; an empty list fits all.
     *
     * @param firstWithinWorkingDays the time for the first contact after the rhythm began to fit
     * @param everyDays the time from contact to contact, in calendar days
     * @param words why, by language tag
     */
    public record Rhythm(
            String code,
            List<String> tiers,
            List<String> stages,
            List<String> intents,
            int firstWithinWorkingDays,
            int everyDays,
            Map<String, String> words) {}

    /** Who counts as familiar (熟客): with so many mutual contacts in so many days, today included. */
    public record Familiarity(int contacts, int days) {}

    /** Whether the bank works on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** So many working days after a day. */
    public LocalDate workingDaysAfter(LocalDate day, int workingDays) {
        LocalDate date = day;
        for (int left = workingDays; left > 0; ) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }
}
