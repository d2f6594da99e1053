package stratum.sandbox.bank;

import java.time.LocalDate;
import java.time.ZoneOffset;
import stratum.events.Direction;
import stratum.events.TransactionPosted;

/** Takes back a card payment here and there, days after it was made. */
final class Reversals {

    /** Later than the latest of late facts, so that the original is known by then. */
    private static final int SOONEST = 6;

    private final Dice dice;
    private final double share;

    Reversals(Dice dice, double share) {
        this.dice = dice;
        this.share = share;
    }

    void consider(Life life, Account account, Entry entry, TransactionPosted paid) {
        if (dice.chance(share)) {
            LocalDate made = LocalDate.ofInstant(paid.getOccurredAt(), ZoneOffset.UTC);
            int second = dice.between(6 * 3_600, 7 * 3_600);
            life.on(
                    made.plusDays(dice.between(SOONEST, SOONEST + 3)),
                    () -> life.at(second, () -> reverse(life, account, entry, paid)));
        }
    }

    private static void reverse(Life life, Account account, Entry entry, TransactionPosted paid) {
        if (account.isOpen()) {
            long amount = paid.getAmount().getAmountMinor();
            account.add(amount);
            life.pen.transaction(account, Direction.CREDIT, amount, entry, paid);
        }
    }
}
