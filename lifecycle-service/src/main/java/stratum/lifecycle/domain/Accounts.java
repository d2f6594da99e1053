package stratum.lifecycle.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's accounts and contracts.
 *
 * @param all by id
 * @param lastOpened when a product was last opened
 * @param closedLongAgo when the last of those products was closed that are not kept any more
 */
record Accounts(
        List<Account> all,
        @Nullable Instant lastOpened,
        @Nullable LocalDate closedLongAgo) {

    static final Accounts NONE = new Accounts(List.of(), null, null);

    Accounts plus(Fact.HoldingChanged fact) {
        Instant opened = fact.status() == Fact.Status.OPENED ? later(lastOpened, fact.at()) : lastOpened;
        return new Accounts(changed(fact.account(), account -> changed(account, fact)), opened, closedLongAgo);
    }

    private static Account changed(Account account, Fact.HoldingChanged fact) {
        Account held =
                account.with(new Account.Holding(fact.at(), fact.id(), fact.date(), fact.family(), fact.status()));
        if (fact.matures() != null) {
            held = held.with(new Account.Maturity(fact.at(), fact.matures()));
        }
        Long value = fact.status() == Fact.Status.CLOSED ? Long.valueOf(0) : fact.value();
        return value == null || fact.family().isLiability() ? held : held.with(Account.Balance.of(fact, value));
    }

    Accounts plus(Fact.Transaction fact) {
        Long balance = fact.balance();
        if (balance == null || fact.family().isLiability()) {
            return this;
        }
        List<Account> changed = changed(fact.account(), account -> account.with(Account.Balance.of(fact, balance)));
        return new Accounts(changed, lastOpened, closedLongAgo);
    }

    private List<Account> changed(String id, UnaryOperator<Account> change) {
        TreeMap<String, Account> byId = new TreeMap<>();
        all.forEach(account -> byId.put(account.id(), account));
        byId.put(id, change.apply(byId.getOrDefault(id, Account.of(id))));
        return List.copyOf(byId.values());
    }

    private static Instant later(@Nullable Instant known, Instant said) {
        return known != null && known.isAfter(said) ? known : said;
    }

    /** Forgets balances before the window, and products that were closed before anything a late fact can reach. */
    Accounts settle(LocalDate window, LocalDate reach) {
        List<Account> kept = new ArrayList<>(all.size());
        LocalDate closed = closedLongAgo;
        for (Account account : all) {
            Account settled = account.settleBefore(Days.of(window));
            if (settled.isGone(reach)) {
                closed = Days.latest(closed, closedOn(settled));
            } else {
                kept.add(settled);
            }
        }
        return new Accounts(List.copyOf(kept), lastOpened, closed);
    }

    /** Sum of what the accounts hold now. */
    long balance() {
        return all.stream().mapToLong(Account::balance).sum();
    }

    private Stream<Account.Holding> holdings() {
        return all.stream().map(Account::holding).filter(Objects::nonNull);
    }

    private Stream<Account.Holding> open() {
        return holdings().filter(Account.Holding::isOpen);
    }

    /** Open products of a family that mature. */
    Stream<Account> maturing(Family family) {
        return all.stream()
                .filter(account -> account.matures() != null
                        && account.holding() != null
                        && account.holding().family() == family);
    }

    int openCount() {
        return (int) open().count();
    }

    Set<Family> openFamilies() {
        return open().map(Account.Holding::family).collect(Collectors.toSet());
    }

    /** Whether there were products, and none is open. */
    boolean allClosed() {
        return openCount() == 0 && lastClosed() != null;
    }

    boolean hasOpenLoan() {
        return open().anyMatch(holding -> holding.family().isLiability());
    }

    @Nullable LocalDate lastClosed() {
        return Days.latest(closedLongAgo, lastClosed(Set.of(Family.values())));
    }

    /** When a product of these families was last closed that is closed still. */
    @Nullable LocalDate lastClosed(Collection<Family> families) {
        return holdings()
                .filter(holding -> !holding.isOpen() && families.contains(holding.family()))
                .map(Account.Holding::date)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static @Nullable LocalDate closedOn(Account account) {
        return account.holding() == null ? null : account.holding().date();
    }

    void write(ByteWriter out) {
        out.number(all.size());
        all.forEach(account -> account.write(out));
        out.instant(lastOpened);
        out.date(closedLongAgo);
    }

    static Accounts read(ByteReader in) {
        int size = in.integer();
        List<Account> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(Account.read(in));
        }
        return new Accounts(List.copyOf(all), in.instant(), in.date());
    }
}
