package stratum.sandbox.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a customer and is told nowhere in the facts. A date after the last day is absent: it has not come.
 *
 * @param joinedOn first day with the bank, or on its books as a prospect
 * @param turnsOn the day of the climb or the fall
 * @param driftsFrom the day from which she is leaving
 * @param goneOn the day from which she is gone
 * @param backOn the day on which she is back
 */
public record Truth(
        String customerId,
        Persona persona,
        Fate fate,
        LocalDate joinedOn,
        @Nullable LocalDate turnsOn,
        @Nullable LocalDate driftsFrom,
        @Nullable LocalDate goneOn,
        @Nullable LocalDate backOn) {

    static final String HEADER = "customerId,persona,fate,joinedOn,turnsOn,driftsFrom,goneOn,backOn";

    boolean goneAsOf(LocalDate day) {
        return reached(goneOn, day) && !reached(backOn, day);
    }

    boolean driftingAsOf(LocalDate day) {
        return reached(driftsFrom, day) && !reached(goneOn, day);
    }

    boolean leavingAsOf(LocalDate day) {
        return reached(driftsFrom, day) && !reached(backOn, day);
    }

    private static boolean reached(@Nullable LocalDate date, LocalDate day) {
        return date != null && !day.isBefore(date);
    }

    String csv() {
        return String.join(
                ",",
                customerId,
                persona.name(),
                fate.name(),
                joinedOn.toString(),
                text(turnsOn),
                text(driftsFrom),
                text(goneOn),
                text(backOn));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
