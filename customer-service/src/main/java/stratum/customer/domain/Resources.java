package stratum.customer.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.ContactPolicy.Rhythm;

/**
 * How many managers the contact plan takes (资源配置). One contact every {@code d} days with {@code n} customers at
 * {@code m} minutes takes {@code n m / d} minutes a day, and a manager has the policy's minutes on 5 days of 7. For
 * people to look at; nothing is decided by it.
 */
public final class Resources {

    private static final int DECIMALS = 6;
    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal WORKING_DAYS_OF_WEEK = BigDecimal.valueOf(5);

    private final CarePolicy policy;

    public Resources(CarePolicy policy) {
        this.policy = policy;
    }

    /**
     * The managers that so many customers of a tier take in a rhythm, to 6 decimals; 0 where the policy has no rhythm
     * for them.
     *
     * @param reason code of the rhythm; where there is none, or it is an offer, that of the tier
     */
    public BigDecimal needed(String tier, @Nullable String reason, long customers) {
        Integer minutes = policy.resources().minutesPerContact().get(tier);
        Rhythm rhythm = rhythm(tier, reason);
        if (minutes == null || rhythm == null) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(customers)
                .multiply(BigDecimal.valueOf(minutes))
                .multiply(DAYS_OF_WEEK)
                .divide(
                        BigDecimal.valueOf(rhythm.everyDays())
                                .multiply(WORKING_DAYS_OF_WEEK)
                                .multiply(BigDecimal.valueOf(policy.resources().minutesPerManagerAndWorkingDay())),
                        DECIMALS,
                        RoundingMode.HALF_UP);
    }

    /** The roles that look after a tier. */
    public List<String> rolesFor(String tier) {
        return policy.assignment().tiers().stream()
                .filter(each -> each.tier().equals(tier))
                .findFirst()
                .map(AssignmentPolicy.TierRoles::roles)
                .orElse(List.of());
    }

    private @Nullable Rhythm rhythm(String tier, @Nullable String reason) {
        List<Rhythm> rhythms = policy.contact().rhythms();
        return rhythms.stream()
                .filter(rhythm -> rhythm.code().equals(reason))
                .findFirst()
                .orElseGet(() -> rhythms.stream()
                        .filter(rhythm -> rhythm.tiers().contains(tier))
                        .findFirst()
                        .orElse(null));
    }
}
