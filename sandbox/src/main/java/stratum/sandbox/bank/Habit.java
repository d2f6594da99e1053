package stratum.sandbox.bank;

import java.time.LocalDate;

/** Something a customer does, or has done to her, again and again. */
interface Habit {

    /** Plans what of it falls on this day. */
    void plan(LocalDate day, Life life);

    static boolean isLastOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
