package stratum.sandbox.bank;

import java.util.ArrayList;
import java.util.List;
import stratum.sandbox.bank.Population.Drawn;

/** Which habits a customer has. */
final class Habits {

    private Habits() {}

    static List<Habit> of(Drawn drawn, Dice dice) {
        Truth truth = drawn.truth();
        List<Habit> habits = new ArrayList<>();
        habits.add(new Joining(drawn.newcomer(), dice));
        if (truth.persona() == Persona.PROSPECT) {
            return List.copyOf(habits);
        }
        habits.add(truth.persona() == Persona.MERCHANT ? new Trading() : new Earning(dice));
        habits.add(new StandingOrders());
        habits.add(new Spending());
        habits.add(new Saving());
        habits.add(new Borrowing());
        habits.add(new BankCharges(truth.persona()));
        habits.add(new KeepingInTouch(truth));
        if (truth.turnsOn() != null) {
            habits.add(new Turning());
        }
        if (truth.driftsFrom() != null) {
            habits.add(new Leaving(dice.of(Population.OTHER_BANKS)));
        }
        return List.copyOf(habits);
    }

    /** Those who leave, or whose money does, owe the bank nothing: they could not go otherwise. */
    static boolean mayBorrow(Truth truth) {
        return !truth.fate().leaves() && truth.fate() != Fate.NEVER_ACTIVATES && truth.fate() != Fate.FALLS;
    }

    static boolean mayOverdraw(Truth truth) {
        return truth.persona() == Persona.SALARIED && mayBorrow(truth);
    }
}
