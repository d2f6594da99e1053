package stratum.sandbox.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** How a customer comes to the bank, and to each of its products. */
final class Joining implements Habit {

    private final boolean newcomer;
    private final int heardOfBefore;
    private boolean known;

    Joining(boolean newcomer, Dice dice) {
        this.newcomer = newcomer;
        this.heardOfBefore = newcomer && dice.chance(0.25) ? dice.between(5, 40) : 0;
    }

    @Override
    public void plan(LocalDate day, Life life) {
        LocalDate joined = life.truth.joinedOn();
        if (!known && !day.isBefore(joined.minusDays(heardOfBefore))) {
            known = true;
            life.at(7 * 3_600, () -> life.pen.profile(life.file));
        }
        if (day.equals(joined) && life.truth.persona() != Persona.PROSPECT) {
            // Before the first payment of the day, whoever makes it.
            life.at(7 * 3_600 + 60, () -> open(day, life));
            reconsider(day, life);
        }
    }

    private void open(LocalDate day, Life life) {
        List<Product> wanted = wanted(life);
        if (newcomer) {
            life.open(Product.CURRENT, 0);
            wanted.forEach(product -> buyLater(product, day, life));
            bringMoney(day, life);
        } else {
            carryOver(day, wanted, life);
        }
    }

    private static List<Product> wanted(Life life) {
        Dice dice = life.dice;
        Persona persona = life.truth.persona();
        boolean adult = persona != Persona.STUDENT;
        boolean rich = life.wealth > 2_000_000;
        List<Product> wanted = new ArrayList<>();
        want(wanted, Product.SAVINGS, dice.chance(life.wealth > 2 * life.income ? 0.8 : 0.35));
        want(wanted, Product.FUND, dice.chance(persona == Persona.WEALTHY ? 0.9 : rich ? 0.4 : 0.02));
        want(wanted, Product.CARD, dice.chance(persona == Persona.PENSIONER ? 0.4 : 0.75));
        want(wanted, Product.HOUSEHOLD_INSURANCE, adult && dice.chance(0.22));
        want(wanted, Product.PENSION_PLAN, persona == Persona.SALARIED && dice.chance(0.2));
        want(wanted, Product.ACQUIRING, persona == Persona.MERCHANT);
        boolean credit = adult && Habits.mayBorrow(life.truth);
        want(wanted, Product.CONSUMER_LOAN, credit && dice.chance(0.12));
        want(wanted, Product.HOME_LOAN, credit && persona != Persona.PENSIONER && dice.chance(0.12));
        return wanted;
    }

    private static void want(List<Product> wanted, Product product, boolean wants) {
        if (wants) {
            wanted.add(product);
        }
    }

    /** Those there already come with what they had; a few products they buy only later. */
    private static void carryOver(LocalDate day, List<Product> wanted, Life life) {
        List<Product> now =
                wanted.stream().filter(product -> life.dice.chance(0.75)).toList();
        long rest = life.wealth;
        long spare = Math.max(0, rest - Saving.floatOf(life));
        long inFunds = now.contains(Product.FUND) ? Math.round(spare * life.dice.between(0.4, 0.8)) : 0;
        long saved = now.contains(Product.SAVINGS) ? spare - inFunds : 0;
        life.open(Product.CURRENT, rest - inFunds - saved);
        for (Product product : wanted) {
            if (!now.contains(product)) {
                buyLater(product, day, life);
            } else if (product == Product.FUND) {
                life.open(product, inFunds);
            } else {
                life.open(product, product == Product.SAVINGS ? saved : Borrowing.principal(product, life));
            }
        }
    }

    private static void buyLater(Product product, LocalDate day, Life life) {
        LocalDate later = day.plusDays(life.dice.between(10, 300));
        life.on(later, () -> {
            if (!life.truth.leavingAsOf(later) && life.truth.fate() != Fate.NEVER_ACTIVATES) {
                life.inOfficeHours(() -> life.open(product, Borrowing.principal(product, life)));
            }
        });
    }

    /** The first deposit opens the account; the rest of what she has follows within two months. */
    private static void bringMoney(LocalDate day, Life life) {
        Dice dice = life.dice;
        boolean never = life.truth.fate() == Fate.NEVER_ACTIVATES;
        long firstDeposit = Math.max(1_000, Math.round(life.wealth * dice.between(0.1, 0.3)));
        deposit(never ? dice.between(1_000, 30_000) : firstDeposit, dice.chance(0.3), life);
        for (int i = 1; i <= 2 && !never; i++) {
            LocalDate later = day.plusDays(dice.between(5, 60));
            if (!life.truth.leavingAsOf(later)) {
                life.on(later, () -> life.byDay(() -> deposit(life.wealth * 2 / 5, false, life)));
            }
        }
    }

    private static void deposit(long amount, boolean cash, Life life) {
        Entry entry = cash
                ? Entry.of(Purpose.CASH, Channel.BRANCH)
                : new Entry(Purpose.TRANSFER_IN, Channel.OTHER, life.dice.of(Population.OTHER_BANKS));
        life.credit(Product.CURRENT, amount, entry);
    }

    private static void reconsider(LocalDate joined, Life life) {
        if (life.dice.chance(0.06)) {
            LocalDate later = joined.plusDays(life.dice.between(30, 600));
            life.on(
                    later,
                    () -> life.inOfficeHours(() -> {
                        life.file.reconsider(
                                life.dice,
                                later.atStartOfDay(SimulatedBank.ZONE).toInstant());
                        life.pen.profile(life.file);
                    }));
        }
    }
}
