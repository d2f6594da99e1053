package stratum.lifecycle.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the facts about a customer come to. Days of which nothing is known take no room, and what no late fact can reach
 * any more is settled into totals.
 *
 * @param file the customer file as it was last written; none where there is none
 * @param start first day of the relationship: the first product opened or the first transaction
 * @param activity days on which the customer was active
 * @param flows payments that say something about the relationship
 * @param accounts accounts, products and balances
 * @param contacts what contacts have left behind
 */
record Known(
        @Nullable CustomerFile file,
        @Nullable LocalDate start,
        Activity activity,
        Flows flows,
        Accounts accounts,
        Contacts contacts) {

    static final Known NOTHING = new Known(null, null, Activity.NONE, Flows.NONE, Accounts.NONE, Contacts.NONE);

    /** A late fact is booked on its own day up to so many days back. */
    private static final int REACH = 400;

    /** With a fact booked; one from before the reach of late facts only says that there was a relationship. */
    Known plus(Fact fact, LocalDate asOf) {
        Known started = startsRelationship(fact) ? startedBy(fact.date()) : this;
        return isTooLate(fact, asOf) && !(fact instanceof Fact.Profiled) ? started : started.booked(fact);
    }

    private static boolean startsRelationship(Fact fact) {
        return fact instanceof Fact.Transaction
                || (fact instanceof Fact.HoldingChanged holding && holding.status() == Fact.Status.OPENED);
    }

    private Known startedBy(LocalDate date) {
        return new Known(file, Days.earliest(start, date), activity, flows, accounts, contacts);
    }

    private Known booked(Fact fact) {
        if (fact instanceof Fact.Transaction transaction) {
            return booked(transaction);
        }
        if (fact instanceof Fact.HoldingChanged holding) {
            return new Known(file, start, activity, flows, accounts.plus(holding), contacts);
        }
        if (fact instanceof Fact.Contact contact) {
            return new Known(file, start, activity, flows, accounts, contacts.plus(contact));
        }
        return booked((Fact.Profiled) fact);
    }

    private Known booked(Fact.Profiled profiled) {
        CustomerFile written = new CustomerFile(profiled.at(), profiled.birth());
        return file != null && !written.isLaterThan(file)
                ? this
                : new Known(written, start, activity, flows, accounts, contacts);
    }

    private Known booked(Fact.Transaction transaction) {
        Fact.Booking booking = transaction.booking();
        Activity active = booking.byCustomer() ? activity.plus(booking, transaction.at()) : activity;
        return new Known(file, start, active, flows.plus(booking), accounts.plus(transaction), contacts);
    }

    /** Settles what no late fact can reach any more, and forgets what no window can. */
    Known settle(LocalDate asOf) {
        LocalDate reach = asOf.minusDays(REACH);
        LocalDate window = asOf.minusDays(BalanceSeries.WINDOW - 1L);
        return new Known(
                file,
                start,
                activity.settleBefore(reach),
                flows.settle(window, reach, asOf),
                accounts.settle(window, reach),
                contacts);
    }

    boolean isProfiled() {
        return file != null;
    }

    @Nullable LocalDate birth() {
        return file == null ? null : file.birth();
    }

    /** Whether a fact is older than anything is booked on its own day. */
    static boolean isTooLate(Fact fact, LocalDate asOf) {
        return fact.date().isBefore(asOf.minusDays(REACH));
    }

    /** The last day on which the customer made a transaction or got in touch. */
    @Nullable LocalDate lastSignOfLife() {
        return Days.latest(activity.last(), contacts.lastByCustomer());
    }

    void write(ByteWriter out) {
        if (out.present(file) && file != null) {
            file.write(out);
        }
        out.date(start);
        activity.write(out);
        flows.write(out);
        accounts.write(out);
        contacts.write(out);
    }

    static Known read(ByteReader in) {
        return new Known(
                in.flag() ? CustomerFile.read(in) : null,
                in.date(),
                Activity.read(in),
                Flows.read(in),
                Accounts.read(in),
                Contacts.read(in));
    }
}
