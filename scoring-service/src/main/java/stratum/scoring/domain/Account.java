package stratum.scoring.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one account or contract.
 *
 * @param id its id
 * @param lines the latest balance of each business date on which one became known, oldest first; of the dates before
 *     the window only the last
 * @param status the latest thing said about the holding; none where only transactions told of it
 */
record Account(String id, List<BalanceLine> lines, @Nullable Status status) {

    /** Whether a holding is open, by the latest fact about it. */
    record Status(long millis, String id, boolean open) {

        boolean isLaterThan(@Nullable Status that) {
            return that == null || millis > that.millis || (millis == that.millis && id.compareTo(that.id) > 0);
        }
    }

    static Account called(String id) {
        return new Account(id, List.of(), null);
    }

    boolean isOpen() {
        return status != null && status.open();
    }

    Account with(Status said) {
        return said.isLaterThan(status) ? new Account(id, lines, said) : this;
    }

    /** With a balance, where it is later than what is known of its day. */
    Account with(BalanceLine line) {
        int place = placeOf(line.day());
        boolean known = place < lines.size() && lines.get(place).day() == line.day();
        if (known && !line.isLaterThan(lines.get(place))) {
            return this;
        }
        List<BalanceLine> more = new ArrayList<>(lines);
        if (known) {
            more.set(place, line);
        } else {
            more.add(place, line);
        }
        return new Account(id, List.copyOf(more), status);
    }

    /** Without the lines that no window beginning on this day or later can see. */
    Account from(int firstDay) {
        int before = placeOf(firstDay + 1) - 1;
        return before <= 0 ? this : new Account(id, lines.subList(before, lines.size()), status);
    }

    private int placeOf(int day) {
        int place = lines.size();
        while (place > 0 && lines.get(place - 1).day() >= day) {
            place--;
        }
        return place;
    }

    /** Adds this account's end-of-day balances to those of the days from {@code firstDay} on. */
    void addTo(long[] daily, int firstDay) {
        for (int i = 0; i < lines.size(); i++) {
            long balance = Math.max(0, lines.get(i).balance());
            int from = Math.max(0, lines.get(i).day() - firstDay);
            int to = i + 1 < lines.size()
                    ? Math.min(daily.length, lines.get(i + 1).day() - firstDay)
                    : daily.length;
            for (int day = from; day < to; day++) {
                daily[day] += balance;
            }
        }
    }
}
