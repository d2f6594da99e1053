package stratum.sandbox.bank;

/**
 * What goes wrong between a bank and those who read its facts, each as a share of the facts it can befall.
 *
 * @param reversals card payments taken back 6 to 9 days later
 * @param repeats facts published a second time, up to 3 days later
 * @param late transactions and contacts published 1 to 5 days after they happened
 * @param tooLate transactions published 401 to 430 days after they happened, which is more than can be booked
 */
public record Imperfections(double reversals, double repeats, double late, double tooLate) {

    public static final Imperfections FEW = new Imperfections(0.004, 0.001, 0.002, 0);
    public static final Imperfections NONE = new Imperfections(0, 0, 0, 0);

    public Imperfections {
        share("reversals", reversals);
        share("repeats", repeats);
        share("late", late);
        share("tooLate", tooLate);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is a share from 0 to 1, not %s.".formatted(name, value));
        }
    }
}
