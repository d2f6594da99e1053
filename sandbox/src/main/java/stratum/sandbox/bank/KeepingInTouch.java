package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import stratum.events.Channel;
import stratum.events.InteractionKind;

/** Logins, pages, surveys and complaints. Of those who leave, a third have complained, and say what they think. */
final class KeepingInTouch implements Habit {

    private static final double DAYS = 30.4;
    private static final List<String> PAGES = List.of("/funds", "/loans", "/cards", "/savings", "/insurance");

    private final boolean leavesInAnger;
    private int complaints;

    KeepingInTouch(Truth truth) {
        // Decided by what is known of her, so that no dice are thrown for it.
        leavesInAnger = truth.driftsFrom() != null && truth.customerId().hashCode() % 3 == 0;
    }

    @Override
    public void plan(LocalDate day, Life life) {
        double zest = life.zest(day) / DAYS;
        Dice dice = life.dice;
        int logins = dice.count(life.means.rates().logins() * zest);
        for (int i = 0; i < logins; i++) {
            login(life);
        }
        if (dice.chance(0.02 * zest)) {
            survey(life.truth.driftingAsOf(day) ? dice.between(0, 4) : dice.between(6, 10), life);
        }
        if (dice.chance(0.012 * zest)) {
            complain(day, dice.between(2, 9), life);
        }
        if (leavesInAnger
                && day.equals(Objects.requireNonNull(life.truth.driftsFrom()).minusDays(3))) {
            complain(day, dice.between(20, 35), life);
            survey(dice.between(0, 3), life);
        }
    }

    private static void login(Life life) {
        Channel channel = life.dice.chance(0.8) ? Channel.MOBILE : Channel.WEB;
        String page = life.dice.chance(0.3) ? life.dice.of(PAGES) : "";
        life.byDay(() -> {
            life.pen.contact(InteractionKind.LOGIN, channel, null, null, null);
            if (!page.isEmpty()) {
                life.pen.contact(InteractionKind.PAGE_VIEW, channel, null, null, page);
            }
        });
    }

    private static void survey(int score, Life life) {
        life.byDay(() -> life.pen.contact(InteractionKind.SURVEY_ANSWERED, Channel.EMAIL, null, score, null));
    }

    private void complain(LocalDate day, int daysToAnswer, Life life) {
        complaints++;
        String id = "%s-c%d".formatted(life.truth.customerId(), complaints);
        life.inOfficeHours(
                () -> life.pen.contact(InteractionKind.COMPLAINT_OPENED, Channel.PHONE, staff(life), null, id));
        life.on(
                day.plusDays(daysToAnswer),
                () -> life.inOfficeHours(() ->
                        life.pen.contact(InteractionKind.COMPLAINT_RESOLVED, Channel.PHONE, staff(life), null, id)));
    }

    private static String staff(Life life) {
        return "staff-" + life.file.branch().substring("branch-".length());
    }
}
