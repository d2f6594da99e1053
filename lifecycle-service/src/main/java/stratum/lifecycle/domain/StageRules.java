package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which stage follows, if any: the table of section 5 of the definitions, and when time alone may lead there. */
final class StageRules {

    private final Life life;
    private final Known known;
    private final LocalDate asOf;
    private final LifecyclePolicy policy;
    private final Features features;
    private final Threats threats;
    private final Risk risk;

    /** A stage to be entered, and the main cause where there is one. */
    record Move(Stage to, @Nullable Cause cause) {}

    StageRules(Life life, LocalDate asOf, LifecyclePolicy policy) {
        this.life = life;
        this.known = life.known();
        this.asOf = asOf;
        this.policy = policy;
        this.features = new Features(known, asOf);
        this.threats = new Threats(life, features, asOf, policy);
        this.risk = reckon();
    }

    /** Of one who is not yet a customer nothing can be lost, and of one who has left nothing more. */
    private Risk reckon() {
        Standing standing = life.standing();
        if (standing == null || standing.is(Stage.PROSPECT)) {
            return Risk.NONE;
        }
        return standing.is(Stage.CHURNED)
                ? Risk.lost(requireNonNull(standing.cause()))
                : Risk.of(threats.causes(), policy);
    }

    Life life() {
        return life;
    }

    Risk risk() {
        return risk;
    }

    Assessment assessment() {
        return new Assessment(asOf, features, cadence().pAlive(asOf), risk);
    }

    /** What is to be expected; of one who has closed everything nothing, and none before the first active day. */
    @Nullable Outlook outlook() {
        Standing standing = life.standing();
        boolean closed = standing != null && standing.is(Stage.CHURNED) && standing.cause() == Cause.CLOSED;
        return closed ? Outlook.NOTHING : Outlook.of(cadence(), Days.of(asOf), policy);
    }

    private Cadence cadence() {
        return new Cadence(policy.bgNbd(), known.activity());
    }

    /** The stage that follows as of the date. */
    Optional<Move> next() {
        Standing standing = life.standing();
        if (standing == null) {
            return isRelationship() || !known.isProfiled() ? acquired() : move(Stage.PROSPECT);
        }
        return switch (standing.stage()) {
            case PROSPECT -> acquired();
            case ACQUISITION -> churned().or(this::activated);
            case GROWTH -> churned().or(this::atRisk).or(this::matured);
            case MATURITY -> churned().or(this::atRisk);
            case AT_RISK -> churned().or(() -> recovered(standing));
            case CHURNED -> wonBack(standing);
        };
    }

    private static Optional<Move> move(Stage to) {
        return Optional.of(new Move(to, null));
    }

    private static Optional<Move> move(Stage to, Cause cause) {
        return Optional.of(new Move(to, cause));
    }

    private boolean isRelationship() {
        return known.start() != null;
    }

    private Optional<Move> acquired() {
        return isRelationship() ? move(Stage.ACQUISITION) : Optional.empty();
    }

    private Optional<Move> churned() {
        if (isClosed()) {
            return move(Stage.CHURNED, Cause.CLOSED);
        }
        LocalDate silent = silentFrom();
        return silent != null && !asOf.isBefore(silent) ? move(Stage.CHURNED, Cause.SILENT) : Optional.empty();
    }

    /** All products closed, and nothing done by the customer on a later day. */
    private boolean isClosed() {
        LocalDate lastActive = known.activity().last();
        LocalDate lastClosed = known.accounts().lastClosed();
        return known.accounts().allClosed()
                && lastClosed != null
                && (lastActive == null || !lastActive.isAfter(lastClosed));
    }

    /** The date from which the customer counts as gone if nothing more is heard; none if never. */
    private @Nullable LocalDate silentFrom() {
        LocalDate gone = cadence().dateBelow(policy.cadence().silentBelow());
        LocalDate heard = Days.latest(
                known.lastSignOfLife(),
                life.standing() == null ? null : life.standing().wonBack());
        return gone == null || heard == null
                ? null
                : Days.latest(gone, heard.plusDays(policy.cadence().silentDays()));
    }

    private Optional<Move> activated() {
        if (threats.isActivated()) {
            return move(Stage.GROWTH);
        }
        return asOf.isBefore(activationEnds()) ? Optional.empty() : move(Stage.AT_RISK, Cause.NEVER_ACTIVATED);
    }

    private LocalDate activationEnds() {
        return requireNonNull(known.start()).plusDays(policy.activation().days());
    }

    private Optional<Move> atRisk() {
        return risk.score() >= policy.atRisk().enter()
                ? move(Stage.AT_RISK, risk.causes().get(0))
                : Optional.empty();
    }

    private Optional<Move> matured() {
        return !asOf.isBefore(tenured()) && isBroad() && isFlat(0) ? move(Stage.MATURITY) : Optional.empty();
    }

    private LocalDate tenured() {
        return requireNonNull(known.start()).plusDays(policy.maturity().tenureDays());
    }

    private boolean isBroad() {
        return features.productFamilies() >= policy.maturity().productFamilies() || features.mainBank();
    }

    private boolean isFlat(int ahead) {
        long average = features.balances().average(90, ahead);
        return Math.abs(features.balances().average(30, ahead) - average)
                <= policy.maturity().flatWithin() * average;
    }

    private Optional<Move> recovered(Standing standing) {
        LocalDate recovers = recoveryOf(standing);
        return recovers != null && !asOf.isBefore(recovers)
                ? move(requireNonNull(standing.home()), Cause.RECOVERED)
                : Optional.empty();
    }

    private @Nullable LocalDate recoveryOf(Standing standing) {
        LocalDate calm = standing.calmSince();
        return calm == null ? null : calm.plusDays(policy.atRisk().calmDays());
    }

    private Optional<Move> wonBack(Standing standing) {
        return !isClosed() && (isActiveAgain(standing) || hasNewProduct(standing))
                ? move(Stage.GROWTH, Cause.WON_BACK)
                : Optional.empty();
    }

    /** Silence may be found at any hour of a day, and the customer come back on the same. */
    private boolean isActiveAgain(Standing standing) {
        LocalDate last = known.activity().last();
        Instant moment = known.activity().lastMoment();
        boolean sameDay = standing.since().equals(last)
                && standing.cause() == Cause.SILENT
                && moment != null
                && moment.isAfter(standing.at());
        return sameDay || (last != null && last.isAfter(standing.since()));
    }

    /** Of one who had closed everything any open product is new. */
    private boolean hasNewProduct(Standing standing) {
        Accounts accounts = known.accounts();
        boolean opened = accounts.lastOpened() != null && accounts.lastOpened().isAfter(standing.at());
        return accounts.openCount() > 0 && (opened || standing.cause() == Cause.CLOSED);
    }

    /** The standing with its calm begun, gone on or broken. */
    Standing calmed(Standing standing) {
        boolean calm =
                standing.is(Stage.AT_RISK) && risk.score() < policy.atRisk().exit();
        LocalDate since = standing.calmSince();
        return standing.calm(calm ? (since == null ? asOf : since) : null);
    }

    /** The next date on which stage or risk may change with no new fact; none if they stay as they are. */
    @Nullable LocalDate due() {
        Standing standing = life.standing();
        if (standing == null || standing.is(Stage.PROSPECT) || standing.is(Stage.CHURNED)) {
            return null;
        }
        LocalDate leaves =
                switch (standing.stage()) {
                    case ACQUISITION -> ahead(activationEnds());
                    case GROWTH -> maturityDue();
                    case AT_RISK -> ahead(recoveryOf(standing));
                    default -> null;
                };
        return Days.earliest(threats.turn(), ahead(silentFrom()), leaves);
    }

    private @Nullable LocalDate ahead(@Nullable LocalDate date) {
        return date != null && date.isAfter(asOf) ? date : null;
    }

    private @Nullable LocalDate maturityDue() {
        if (asOf.isBefore(tenured())) {
            return tenured();
        }
        LocalDate nextMonth = Days.firstOfMonth(Days.monthOf(asOf) + 1);
        return Days.earliest(isBroad() ? flatOn() : null, features.mainBankMayChange() ? nextMonth : null);
    }

    /** After the width of the window both averages equal the balance, so that is the last that need be looked at. */
    private @Nullable LocalDate flatOn() {
        for (int ahead = 1; ahead <= BalanceSeries.WINDOW; ahead++) {
            if (isFlat(ahead)) {
                return asOf.plusDays(ahead);
            }
        }
        return null;
    }
}
