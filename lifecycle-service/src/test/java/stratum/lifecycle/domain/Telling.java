package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Fact.Booking;
import stratum.lifecycle.domain.Fact.Contact;
import stratum.lifecycle.domain.Fact.HoldingChanged;
import stratum.lifecycle.domain.Fact.Kind;
import stratum.lifecycle.domain.Fact.Occasion;
import stratum.lifecycle.domain.Fact.Profiled;
import stratum.lifecycle.domain.Fact.Status;
import stratum.lifecycle.domain.Fact.Transaction;
import stratum.lifecycle.usecase.PolicyReading;

/** Tells a customer's story fact by fact, reviews the customer when due, and remembers the path. */
abstract class Telling<T> {

    private final Lifecycle lifecycle = new Lifecycle(PolicyReading.defaultPolicy());
    private final List<String> path = new ArrayList<>();
    private final List<String> milestones = new ArrayList<>();
    private Life life = Life.UNKNOWN;
    private int today;
    private int facts;

    abstract T self();

    abstract LocalDate dayZero();

    T profiled(int day) {
        return book(new Profiled(at(day), date(day), null));
    }

    T bornOn(int day, LocalDate birth) {
        return book(new Profiled(at(day), date(day), birth));
    }

    T paid(int day, long balance) {
        return booked(day, Kind.OTHER, 100, balance);
    }

    T booked(int day, Kind kind, long amount, long balance) {
        Booking booking = new Booking(date(day), 1, true, kind == Kind.INCOME, kind, amount);
        return book(new Transaction("e" + facts, at(day), date(day), "current", Family.DEPOSIT, balance, booking));
    }

    /** By the bank, as interest is. */
    T credited(int day, long balance) {
        Booking booking = new Booking(date(day), 1, false, true, Kind.OTHER, 100);
        return book(new Transaction("e" + facts, at(day), date(day), "current", Family.DEPOSIT, balance, booking));
    }

    T takenBack(int day, int original, Kind kind, long amount) {
        Booking booking = new Booking(date(original), -1, true, kind == Kind.INCOME, kind, amount);
        return book(new Transaction("e" + facts, at(day), date(day), "current", Family.DEPOSIT, null, booking));
    }

    /** Comes today and happened long ago. */
    T paidLate(int day, int happened) {
        wait(day);
        Booking booking = new Booking(date(happened), 1, true, false, Kind.OTHER, 100);
        Fact late =
                new Transaction("e" + facts, at(happened), date(happened), "current", Family.DEPOSIT, null, booking);
        return take(lifecycle.book(life, late, date(day), endOf(day)));
    }

    T holding(int day, String account, Family family, Status status) {
        return book(new HoldingChanged("e" + facts, at(day), date(day), account, family, status, null, null));
    }

    T valued(int day, String account, Family family, long value) {
        return book(new HoldingChanged("e" + facts, at(day), date(day), account, family, Status.VALUED, value, null));
    }

    T maturing(int day, String account, int maturesOn) {
        return book(new HoldingChanged(
                "e" + facts, at(day), date(day), account, Family.WEALTH, Status.OPENED, 500_000L, date(maturesOn)));
    }

    /** By the customer, money that comes in. */
    T received(int day, long amount, long balance) {
        Booking booking = new Booking(date(day), 1, true, true, Kind.OTHER, amount);
        return book(new Transaction("e" + facts, at(day), date(day), "current", Family.DEPOSIT, balance, booking));
    }

    T contacted(int day, Occasion occasion) {
        return book(new Contact(at(day), date(day), occasion, null));
    }

    T surveyed(int day, int score) {
        return book(new Contact(at(day), date(day), Occasion.SURVEY, score));
    }

    private T book(Fact fact) {
        int day = Days.between(dayZero(), fact.date());
        wait(day - 1);
        today = day;
        return take(lifecycle.book(life, fact, fact.date(), fact.at()));
    }

    /** Until the end of that day; only when the customer is due is anything done. */
    T wait(int day) {
        for (LocalDate due = life.reviewDate(); due != null && !due.isAfter(date(day)); due = life.reviewDate()) {
            today = Days.between(dayZero(), due);
            take(lifecycle.review(life, due, endOf(today)));
        }
        today = Math.max(today, day);
        return self();
    }

    private T take(Decision decision) {
        life = decision.life();
        decision.transitions().forEach(transition -> path.add(told(transition)));
        decision.milestones().forEach(milestone -> milestones.add(told(milestone)));
        return self();
    }

    private static String told(Transition transition) {
        String from = transition.from() == null ? "none" : transition.from().name();
        String why = transition.causes().isEmpty() ? "" : " " + transition.causes();
        return from + " > " + transition.to().stage() + why;
    }

    private String told(Milestone milestone) {
        String amount = milestone.amount() == null ? "" : " " + milestone.amount();
        String reference = milestone.reference() == null ? "" : " of " + milestone.reference();
        return "%s on day %d%s%s".formatted(milestone.kind(), today, amount, reference);
    }

    List<String> milestones() {
        return List.copyOf(milestones);
    }

    private LocalDate date(int day) {
        return dayZero().plusDays(day);
    }

    private Instant at(int day) {
        facts++;
        return date(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).plusMillis(facts);
    }

    private Instant endOf(int day) {
        return date(day + 1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    List<String> path() {
        return List.copyOf(path);
    }

    int today() {
        return today;
    }

    @Nullable Outlook outlook() {
        return lifecycle.outlook(life, date(today));
    }

    Life life() {
        return life;
    }

    @Nullable Stage stage() {
        return requireNonNull(life.standing()).stage();
    }

    Risk risk() {
        return lifecycle.assess(life, date(today)).risk();
    }

    Map<String, Object> features() {
        return lifecycle.assess(life, date(today)).features().named();
    }
}
