package stratum.campaign.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Exposure.Happened;

/**
 * What campaigns know about a customer.
 *
 * @param profile none before the bank told about it
 * @param standing none before the first score
 * @param stage none before the first stage
 * @param caution what speaks for leaving the customer alone
 * @param walked until when the turns in walks of schedules are done; none before the first fact
 */
public record Customer(
        String id,
        @Nullable Profile profile,
        @Nullable Standing standing,
        @Nullable String stage,
        Caution caution,
        History history,
        @Nullable Instant walked) {

    /** A customer not met before. */
    public static Customer unknown(String id) {
        return new Customer(id, null, null, null, Caution.NONE, History.NONE, null);
    }

    /** The customer file, unless a newer one is known already. */
    public Customer profiled(Profile newer) {
        return profile != null && profile.at().isAfter(newer.at())
                ? this
                : new Customer(id, newer, standing, stage, caution, history, walked);
    }

    /** What scoring now says. */
    public Customer scored(Standing now) {
        return new Customer(id, profile, now, stage, caution, history, walked);
    }

    /** What lifecycle now says. */
    public Customer staged(String now) {
        return new Customer(id, profile, standing, now, caution, history, walked);
    }

    /** The customer's turns up to this moment are done. */
    public Customer walked(Instant upTo) {
        return new Customer(id, profile, standing, stage, caution, history, upTo);
    }

    /** A complaint was opened. */
    public Customer complained() {
        return with(caution.complained());
    }

    /** A complaint was resolved. */
    public Customer answered() {
        return with(caution.answered());
    }

    /** Penalty interest on a debt was charged. */
    public Customer penalised(Instant at) {
        return with(caution.penalised(at));
    }

    /** The penalty interest of that moment was taken back. */
    public Customer forgiven(Instant at) {
        return with(caution.forgiven(at));
    }

    private Customer with(Caution now) {
        return new Customer(id, profile, standing, stage, now, history, walked);
    }

    Customer with(UnaryOperator<History> change) {
        return new Customer(id, profile, standing, stage, caution, change.apply(history), walked);
    }

    /** No campaign waits any more for an occasion that waited. */
    public Customer dropped(Waiting waited) {
        return with(known -> known.dropped(waited.occasion()));
    }

    /** The offer that bears this id, while something may become of it. */
    public Optional<Exposure> offer(String offerId) {
        return history.exposures().stream()
                .filter(one -> !one.isControl() && one.id().equals(offerId))
                .findFirst();
    }

    /** Something became of an offer; whoever unsubscribes withdraws the consent to offers on that channel. */
    public Customer heard(Exposure offer, Happened what, Channel channel, Instant at) {
        Customer heard = with(known -> known.with(offer, what, at));
        return what == Happened.UNSUBSCRIBED ? heard.unsubscribed(channel, at) : heard;
    }

    /** Whoever unsubscribes withdraws the consent to offers on that channel, until it is given anew. */
    public Customer unsubscribed(Channel channel, Instant at) {
        return new Customer(
                id,
                profile == null ? null : profile.without(channel, Purpose.MARKETING),
                standing,
                stage,
                caution.unsubscribed(channel, at),
                history,
                walked);
    }

    /** The tier held; none before the first score. */
    public @Nullable String tier() {
        return standing == null ? null : standing.tier();
    }

    Consents consents() {
        return profile == null ? Consents.NONE : profile.consents();
    }

    boolean isVulnerable() {
        return profile != null && profile.vulnerable();
    }

    /** From 1 to 5; 0 where unknown. */
    int riskAppetite() {
        String appetite = profile == null ? null : profile.riskAppetite();
        return appetite == null ? 0 : Integer.parseInt(appetite.substring(1));
    }

    String language() {
        return profile == null ? Wording.FALLBACK : profile.language();
    }
}
