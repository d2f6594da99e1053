package stratum.customer.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the bank looks after its customers: which role each tier is for, how often each is to be spoken to, and what that
 * takes. It is data; who may change it and from when it rules is the same as for every policy.
 *
 * @param effectiveFrom business time from which it rules
 */
public record CarePolicy(
        String id,
        int version,
        Instant effectiveFrom,
        List<Role> roles,
        AssignmentPolicy assignment,
        ContactPolicy contact,
        ResourcePolicy resources) {

    /**
     * A role that looks after customers.
     *
     * @param names by language tag
     */
    public record Role(String code, Map<String, String> names) {}

    /**
     * What contacts take.
     *
     * @param minutesPerContact by tier
     * @param minutesPerManagerAndWorkingDay what a person has for contacts
     */
    public record ResourcePolicy(Map<String, Integer> minutesPerContact, int minutesPerManagerAndWorkingDay) {}
}
