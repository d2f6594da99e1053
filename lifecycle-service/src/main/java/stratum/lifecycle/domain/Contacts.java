package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What contacts have left behind.
 *
 * @param lastByCustomer the last day on which the customer got in touch
 * @param survey the latest survey answered
 * @param overdue the latest complaint that was overdue
 * @param resolved when a complaint was last resolved
 */
record Contacts(
        @Nullable LocalDate lastByCustomer,
        @Nullable Survey survey,
        @Nullable Overdue overdue,
        @Nullable Instant resolved) {

    static final Contacts NONE = new Contacts(null, null, null, null);

    /** A survey answered with 0 to 10. */
    record Survey(Instant at, LocalDate date, int score) {

        /** Of two answers at the same moment the worse one counts. */
        boolean isLaterThan(Survey other) {
            return at.isAfter(other.at) || (at.equals(other.at) && score < other.score);
        }
    }

    /** A complaint that was not resolved in time. */
    record Overdue(Instant at, LocalDate date) {}

    Contacts plus(Fact.Contact fact) {
        return switch (fact.occasion()) {
            case BY_CUSTOMER -> seen(fact.date());
            case BY_BANK -> this;
            case SURVEY -> seen(fact.date()).answered(fact);
            case COMPLAINT_OVERDUE -> overdue(fact);
            case COMPLAINT_RESOLVED -> resolved(fact.at());
        };
    }

    private Contacts seen(LocalDate date) {
        return new Contacts(Days.latest(lastByCustomer, date), survey, overdue, resolved);
    }

    private Contacts answered(Fact.Contact fact) {
        Integer score = fact.score();
        if (score == null) {
            return this;
        }
        Survey said = new Survey(fact.at(), fact.date(), score);
        return survey != null && !said.isLaterThan(survey)
                ? this
                : new Contacts(lastByCustomer, said, overdue, resolved);
    }

    private Contacts overdue(Fact.Contact fact) {
        boolean older = overdue != null && overdue.at().isAfter(fact.at());
        return older ? this : new Contacts(lastByCustomer, survey, new Overdue(fact.at(), fact.date()), resolved);
    }

    private Contacts resolved(Instant at) {
        boolean older = resolved != null && resolved.isAfter(at);
        return older ? this : new Contacts(lastByCustomer, survey, overdue, at);
    }

    /** The day on which a complaint became overdue that has not been resolved since. */
    @Nullable LocalDate overdueSince() {
        return overdue == null || (resolved != null && !resolved.isBefore(overdue.at())) ? null : overdue.date();
    }

    void write(ByteWriter out) {
        out.date(lastByCustomer);
        if (out.present(survey) && survey != null) {
            out.instant(survey.at());
            out.date(survey.date());
            out.octet(survey.score());
        }
        if (out.present(overdue) && overdue != null) {
            out.instant(overdue.at());
            out.date(overdue.date());
        }
        out.instant(resolved);
    }

    static Contacts read(ByteReader in) {
        LocalDate last = in.date();
        Survey survey =
                in.flag() ? new Survey(requireNonNull(in.instant()), requireNonNull(in.date()), in.octet()) : null;
        Overdue overdue = in.flag() ? new Overdue(requireNonNull(in.instant()), requireNonNull(in.date())) : null;
        return new Contacts(last, survey, overdue, in.instant());
    }
}
