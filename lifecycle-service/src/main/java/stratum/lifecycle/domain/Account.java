package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account or contract.
 *
 * @param holding what was last said of it as a product; none where only transactions are known
 * @param maturity when it matures, as was last said; none where nothing was
 * @param balances the last balance of each day that had one, oldest first
 */
record Account(
        String id, @Nullable Holding holding, @Nullable Maturity maturity, List<Balance> balances) {

    /** The date of maturity, and when it was said. */
    record Maturity(Instant at, LocalDate on) {

        private static final Comparator<Maturity> LATER =
                Comparator.comparing(Maturity::at).thenComparing(Maturity::on);

        boolean isLaterThan(Maturity other) {
            return LATER.compare(this, other) > 0;
        }
    }

    /** A product as it was last said to be, and the id of the fact that said so. */
    record Holding(Instant at, String id, LocalDate date, Family family, Fact.Status status) {

        private static final Comparator<Holding> LATER =
                Comparator.comparing(Holding::at).thenComparing(Holding::id);

        boolean isOpen() {
            return status != Fact.Status.CLOSED;
        }

        boolean isLaterThan(Holding other) {
            return LATER.compare(this, other) > 0;
        }
    }

    /**
     * The balance that a day ended with, as far as known, never below 0.
     *
     * @param at the moment of the fact that said so, in milliseconds
     * @param byTransaction whether that was a transaction: at the same moment it is later than a holding
     * @param id of that fact: of two alike at the same moment the greater id is the later
     */
    record Balance(int day, long at, boolean byTransaction, String id, long amount) {

        private static final Comparator<Balance> LATER = Comparator.comparingLong(Balance::at)
                .thenComparing(Balance::byTransaction)
                .thenComparing(Balance::id);

        static Balance of(Fact.Transaction fact, long amount) {
            return new Balance(Days.of(fact.date()), fact.at().toEpochMilli(), true, fact.id(), Math.max(0, amount));
        }

        static Balance of(Fact.HoldingChanged fact, long amount) {
            return new Balance(Days.of(fact.date()), fact.at().toEpochMilli(), false, fact.id(), Math.max(0, amount));
        }

        boolean isLaterThan(Balance other) {
            return LATER.compare(this, other) > 0;
        }

        /** After the one of the day before: ids that are counted up have most of their letters in common. */
        void write(Balance previous, ByteWriter out) {
            int common = commonPrefix(previous.id, id);
            out.number(day - previous.day);
            out.number(at - day * MILLIS_PER_DAY);
            out.flag(byTransaction);
            out.number(common);
            out.text(id.substring(common));
            out.number(amount);
        }

        static Balance read(Balance previous, ByteReader in) {
            int day = previous.day + in.integer();
            return new Balance(
                    day,
                    day * MILLIS_PER_DAY + in.number(),
                    in.flag(),
                    previous.id.substring(0, in.integer()) + in.text(),
                    in.number());
        }

        private static int commonPrefix(String one, String other) {
            int length = 0;
            while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
                length++;
            }
            return length > 0 && Character.isHighSurrogate(one.charAt(length - 1)) ? length - 1 : length;
        }
    }

    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final Balance NO_BALANCE = new Balance(0, 0, false, "", 0);

    static Account of(String id) {
        return new Account(id, null, null, List.of());
    }

    /** The later of the two, whichever comes first. */
    Account with(Holding said) {
        return holding != null && !said.isLaterThan(holding) ? this : new Account(id, said, maturity, balances);
    }

    /** The later of the two; a fact that says nothing of it leaves what was said. */
    Account with(Maturity said) {
        return maturity != null && !said.isLaterThan(maturity) ? this : new Account(id, holding, said, balances);
    }

    /** The day on which it matures, while it is open; none if never. */
    @Nullable LocalDate matures() {
        return isOpen() && maturity != null ? maturity.on() : null;
    }

    /** Of each day the latest, whichever comes first. */
    Account with(Balance said) {
        int place = placeOf(said.day());
        boolean known = place < balances.size() && balances.get(place).day() == said.day();
        if (known && !said.isLaterThan(balances.get(place))) {
            return this;
        }
        List<Balance> all = new ArrayList<>(balances);
        if (known) {
            all.set(place, said);
        } else {
            all.add(place, said);
        }
        return new Account(id, holding, maturity, List.copyOf(all));
    }

    private int placeOf(int day) {
        int place = balances.size();
        while (place > 0 && balances.get(place - 1).day() >= day) {
            place--;
        }
        return place;
    }

    /** Of the balances before a day only the last is kept: it is carried forward. */
    Account settleBefore(int day) {
        int carried = placeOf(day) - 1;
        return carried <= 0
                ? this
                : new Account(id, holding, maturity, List.copyOf(balances.subList(carried, balances.size())));
    }

    /** Whether nothing is left to say about it: closed before the date and empty since. */
    boolean isGone(LocalDate before) {
        return holding != null
                && !holding.isOpen()
                && holding.date().isBefore(before)
                && balances.stream().allMatch(balance -> balance.amount() == 0 && balance.day() < Days.of(before));
    }

    long balance() {
        return balances.isEmpty() ? 0 : balances.get(balances.size() - 1).amount();
    }

    boolean isOpen() {
        return holding != null && holding.isOpen();
    }

    /** Adds each day's balance to the days' totals, of which the first is that of the given day. */
    void addTo(long[] totals, int firstDay) {
        for (int i = 0; i < balances.size(); i++) {
            Balance balance = balances.get(i);
            int next = i + 1 < balances.size() ? balances.get(i + 1).day() - firstDay : totals.length;
            int end = Math.min(next, totals.length);
            for (int day = Math.max(0, balance.day() - firstDay); day < end; day++) {
                totals[day] += balance.amount();
            }
        }
    }

    void write(ByteWriter out) {
        out.text(id);
        if (out.present(holding) && holding != null) {
            out.instant(holding.at());
            out.text(holding.id());
            out.date(holding.date());
            out.name(holding.family());
            out.name(holding.status());
        }
        if (out.present(maturity) && maturity != null) {
            out.instant(maturity.at());
            out.date(maturity.on());
        }
        out.number(balances.size());
        Balance previous = NO_BALANCE;
        for (Balance balance : balances) {
            balance.write(previous, out);
            previous = balance;
        }
    }

    static Account read(ByteReader in) {
        String id = in.text();
        Holding holding = in.flag() ? readHolding(in) : null;
        Maturity maturity = in.flag() ? new Maturity(requireNonNull(in.instant()), requireNonNull(in.date())) : null;
        int size = in.integer();
        List<Balance> balances = new ArrayList<>(size);
        Balance balance = NO_BALANCE;
        for (int i = 0; i < size; i++) {
            balance = Balance.read(balance, in);
            balances.add(balance);
        }
        return new Account(id, holding, maturity, List.copyOf(balances));
    }

    private static Holding readHolding(ByteReader in) {
        return new Holding(
                requireNonNull(in.instant()),
                in.text(),
                requireNonNull(in.date()),
                in.name(Family.values()),
                in.name(Fact.Status.values()));
    }
}
