package stratum.campaign.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns know about a customer.
 *
 * @param profile none before the bank told about it
 * @param standing none before the first score
 * @param stage none before the first stage
 */
public record Customer(
        String id,
        @Nullable Profile profile,
        @Nullable Standing standing,
        @Nullable String stage,
        History history) {

    /** A customer not met before. */
    public static Customer unknown(String id) {
        return new Customer(id, null, null, null, History.NONE);
    }

    /** The customer file, unless a newer one is known already. */
    public Customer profiled(Profile newer) {
        return profile != null && profile.at().isAfter(newer.at())
                ? this
                : new Customer(id, newer, standing, stage, history);
    }

    /** What scoring now says. */
    public Customer scored(Standing now) {
        return new Customer(id, profile, now, stage, history);
    }

    /** What lifecycle now says. */
    public Customer staged(String now) {
        return new Customer(id, profile, standing, now, history);
    }

    /** Remembers a decision, and forgets contacts older than the window. */
    public Customer after(Decision decision, Duration window) {
        return new Customer(id, profile, standing, stage, history.after(decision, window));
    }

    /** The tier held; none before the first score. */
    public @Nullable String tier() {
        return standing == null ? null : standing.tier();
    }

    Consents consents() {
        return profile == null ? Consents.NONE : profile.consents();
    }

    String language() {
        return profile == null ? Wording.FALLBACK : profile.language();
    }
}
