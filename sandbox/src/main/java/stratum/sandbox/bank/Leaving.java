package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.Objects;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** What those do who leave, each in her way, and those of them who come back. */
final class Leaving implements Habit {

    private final String otherBank;

    Leaving(String otherBank) {
        this.otherBank = otherBank;
    }

    @Override
    public void plan(LocalDate day, Life life) {
        long drifting = day.toEpochDay()
                - Objects.requireNonNull(life.truth.driftsFrom()).toEpochDay();
        switch (life.truth.fate()) {
            case MOVES_BALANCE -> takeAlong(drifting == 0 || drifting == 4 || drifting == 11, 0.75, life);
            case SALARY_LEAVES -> takeAlong(drifting == 20 || drifting == 29, 0.6, life);
            case CLOSES_ALL -> takeAlong(drifting == 2, 0.8, life);
            default -> {}
        }
        if (day.equals(life.truth.goneOn()) && life.truth.fate() == Fate.CLOSES_ALL) {
            life.inOfficeHours(() -> closeAll(life));
        }
        if (day.equals(life.truth.backOn())) {
            life.inOfficeHours(() -> comeBack(life));
        }
    }

    private void takeAlong(boolean today, double share, Life life) {
        if (today) {
            life.byDay(() -> life.sendAway(Math.round(life.wallet.assets() * share), otherBank));
        }
    }

    private void closeAll(Life life) {
        life.sendAway(life.wallet.assets(), otherBank);
        for (Account account : life.wallet.allOpen()) {
            life.close(account);
        }
    }

    private void comeBack(Life life) {
        life.wealth = Math.round(life.wealth * life.dice.between(0.4, 0.9));
        life.open(Product.CURRENT, 0);
        long brought = Math.max(5_000, life.wealth - life.wallet.assets());
        life.credit(Product.CURRENT, brought, new Entry(Purpose.TRANSFER_IN, Channel.OTHER, otherBank));
        life.open(Product.SAVINGS, 0);
    }
}
