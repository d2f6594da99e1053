package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.Purpose;

/**
 * Draws who the customers are. The shares and medians are chosen so that of those who hold something about 65 % keep
 * less than 5,000 EUR, 25 % up to 50,000, 8 % up to 600,000 and 1.5 % more: what a retail bank is like.
 */
final class Population {

    /** Where one tier ends and the next begins, roughly, in cents of average balance. */
    static final long[] BORDERS = {500_000, 5_000_000, 60_000_000};

    static final List<String> OTHER_BANKS = List.of("NORDBANK", "SEEBANK", "STADTKASSE", "NEOPAY", "AGRARBANK");

    private static final double NEWCOMERS = 0.22;

    private final LocalDate first;
    private final LocalDate last;

    Population(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
    }

    /** A customer as drawn: who she is, what she lives on, what becomes of her. */
    record Drawn(Truth truth, Means means, boolean newcomer) {}

    Drawn draw(int number, Dice dice) {
        Persona persona = persona(dice.unit());
        Means means = means(persona, dice);
        boolean newcomer = dice.chance(persona == Persona.STUDENT ? 2 * NEWCOMERS : NEWCOMERS);
        LocalDate joined = joined(newcomer || persona == Persona.PROSPECT, dice);
        Fate fate = fate(persona, means.wealth(), newcomer, dice);
        return new Drawn(truth(SimulatedBank.customerId(number), persona, fate, joined, dice), means, newcomer);
    }

    private static Persona persona(double at) {
        if (at < 0.54) {
            return Persona.SALARIED;
        }
        if (at < 0.65) {
            return Persona.STUDENT;
        }
        if (at < 0.81) {
            return Persona.PENSIONER;
        }
        if (at < 0.86) {
            return Persona.MERCHANT;
        }
        return at < 0.97 ? Persona.WEALTHY : Persona.PROSPECT;
    }

    private static Fate fate(Persona persona, long wealth, boolean newcomer, Dice dice) {
        double at = dice.unit();
        Fate leaving = dice.of(
                List.of(Fate.THINS_OUT, Fate.SALARY_LEAVES, Fate.MOVES_BALANCE, Fate.FALLS_SILENT, Fate.CLOSES_ALL));
        if (persona == Persona.PROSPECT) {
            return Fate.STEADY;
        }
        if (at < 0.14) {
            return leaving;
        }
        if (at < 0.20) {
            return wealth < BORDERS[2] ? Fate.CLIMBS : Fate.STEADY;
        }
        if (at < 0.30) {
            return wealth > BORDERS[0] ? Fate.FALLS : Fate.STEADY;
        }
        return newcomer && at > 0.86 ? Fate.NEVER_ACTIVATES : Fate.STEADY;
    }

    /** Those there already are carried over from the old system within a month, newcomers join all along. */
    private LocalDate joined(boolean newcomer, Dice dice) {
        int days = span(first);
        return first.plusDays(newcomer ? dice.between(0, days * 9 / 10) : dice.between(0, Math.min(30, days / 8)));
    }

    private Truth truth(String id, Persona persona, Fate fate, LocalDate joined, Dice dice) {
        int days = span(joined);
        LocalDate turn = joined.plusDays(dice.between(days / 5, days * 7 / 10));
        LocalDate gone = fate == Fate.FALLS_SILENT ? turn : turn.plusDays(dice.between(30, 75));
        LocalDate back = gone.plusDays(dice.between(100, 220));
        boolean returns = dice.chance(0.25);
        boolean turns = fate == Fate.CLIMBS || fate == Fate.FALLS;
        return new Truth(
                id,
                persona,
                fate,
                joined,
                turns ? turn : null,
                fate.leaves() ? turn : null,
                fate.leaves() ? come(gone) : null,
                fate.leaves() && returns ? come(back) : null);
    }

    private @Nullable LocalDate come(LocalDate date) {
        return date.isAfter(last) ? null : date;
    }

    private int span(LocalDate from) {
        return (int) (last.toEpochDay() - from.toEpochDay());
    }

    /**
     * What is usual among people of one kind: medians in euro with the spread of their logarithms.
     *
     * @param digital share of doings through telephone or browser
     * @param moods how much months differ
     * @param orders how many standing orders, one more or less
     * @param rates how often a month cards, cash and logins
     */
    private record Usual(
            double income,
            double incomeSpread,
            double wealth,
            double wealthSpread,
            double digital,
            double moods,
            int orders,
            Means.Rates rates) {

        static Usual among(Persona persona) {
            return switch (persona) {
                case SALARIED, PROSPECT -> new Usual(2_300, 0.35, 1_200, 1.1, 0.7, 0.2, 3, rates(6.5, 0.8, 0.7));
                case STUDENT -> new Usual(480, 0.3, 250, 0.8, 0.9, 0.7, 0, rates(6, 0.7, 1.2));
                case PENSIONER -> new Usual(1_300, 0.3, 2_000, 1.05, 0.2, 0.2, 2, rates(2.2, 2.2, 0.3));
                case MERCHANT -> new Usual(14_000, 0.5, 6_000, 0.8, 0.6, 0.2, 2, rates(4, 0.5, 0.6));
                case WEALTHY -> new Usual(6_500, 0.4, 150_000, 1.1, 0.5, 0.3, 2, rates(4.5, 0.5, 0.6));
            };
        }

        private static Means.Rates rates(double cards, double cash, double logins) {
            return new Means.Rates(cards, cash, 0.6, logins);
        }
    }

    private static Means means(Persona persona, Dice dice) {
        Usual usual = Usual.among(persona);
        Purpose incomeAs = incomeAs(persona, dice);
        long income = cents(dice, usual.income(), usual.incomeSpread());
        long wealth = cents(dice, usual.wealth(), usual.wealthSpread());
        Means.Rates rates = usual.rates().times(dice.logNormal(1, 0.3), 2 * usual.digital());
        int payday = dice.between(1, 28);
        List<Means.Order> orders = orders(usual.orders(), income, dice);
        return new Means(incomeAs, income, payday, wealth, rates, usual.digital(), usual.moods(), orders);
    }

    private static Purpose incomeAs(Persona persona, Dice dice) {
        return switch (persona) {
            case SALARIED, PROSPECT -> Purpose.SALARY;
            case STUDENT -> Purpose.TRANSFER_IN;
            case PENSIONER -> Purpose.PENSION;
            case MERCHANT -> Purpose.OTHER;
            case WEALTHY -> dice.chance(0.6) ? Purpose.SALARY : Purpose.TRANSFER_IN;
        };
    }

    /** Rent first, then heating, then the telephone. */
    private static List<Means.Order> orders(int most, long income, Dice dice) {
        double[] shares = {0.28, 0.07, 0.02, 0.03};
        int count = most == 0 ? 0 : dice.between(most - 1, most + 1);
        List<Means.Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long amount = Math.min(250_000, Math.round(income * shares[i] * dice.between(0.8, 1.2)));
            Purpose purpose = i == 3 ? Purpose.INSURANCE : Purpose.STANDING_ORDER;
            orders.add(new Means.Order(dice.between(1, 28), amount, purpose, dice.of(OTHER_BANKS)));
        }
        return List.copyOf(orders);
    }

    private static long cents(Dice dice, double medianEuro, double sigma) {
        return Math.round(100 * dice.logNormal(medianEuro, sigma));
    }
}
