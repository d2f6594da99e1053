package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account or contract.
 *
 * @param holding what was last said of it as a product; none where only transactions are known
 * @param balances the last balance of each day that had one, oldest first
 */
record Account(String id, @Nullable Holding holding, List<Balance> balances) {

    /** A product as it was last said to be. */
    record Holding(Instant at, LocalDate date, Family family, Fact.Status status) {

        boolean isOpen() {
            return status != Fact.Status.CLOSED;
        }
    }

    /** The balance that a day ended with, as far as known, never below 0. */
    record Balance(int day, long at, long amount) {}

    static Account of(String id) {
        return new Account(id, null, List.of());
    }

    /** Latest by event time; of two at the same time, the one worked through later. */
    Account with(Holding said) {
        return holding != null && holding.at().isAfter(said.at()) ? this : new Account(id, said, balances);
    }

    Account withBalance(LocalDate date, Instant at, long amount) {
        Balance said = new Balance(Days.of(date), at.toEpochMilli(), Math.max(0, amount));
        int place = placeOf(said.day());
        boolean known = place < balances.size() && balances.get(place).day() == said.day();
        if (known && balances.get(place).at() > said.at()) {
            return this;
        }
        List<Balance> all = new ArrayList<>(balances);
        if (known) {
            all.set(place, said);
        } else {
            all.add(place, said);
        }
        return new Account(id, holding, List.copyOf(all));
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
        return carried <= 0 ? this : new Account(id, holding, List.copyOf(balances.subList(carried, balances.size())));
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
            out.date(holding.date());
            out.name(holding.family());
            out.name(holding.status());
        }
        out.number(balances.size());
        Balance previous = new Balance(0, 0, 0);
        for (Balance balance : balances) {
            out.number(balance.day() - previous.day());
            out.number(balance.at() - balance.day() * 86_400_000L);
            out.number(balance.amount());
            previous = balance;
        }
    }

    static Account read(ByteReader in) {
        String id = in.text();
        Holding holding = in.flag() ? readHolding(in) : null;
        int size = in.integer();
        List<Balance> balances = new ArrayList<>(size);
        int day = 0;
        for (int i = 0; i < size; i++) {
            day += in.integer();
            balances.add(new Balance(day, day * 86_400_000L + in.number(), in.number()));
        }
        return new Account(id, holding, List.copyOf(balances));
    }

    private static Holding readHolding(ByteReader in) {
        return new Holding(
                requireNonNull(in.instant()),
                requireNonNull(in.date()),
                in.name(Family.values()),
                in.name(Fact.Status.values()));
    }
}
