package stratum.campaign.domain;

import java.util.Set;

/** Which contacts a customer allows. What is not listed is not allowed, except SERVICE. */
public record Consents(Set<Permission> granted, Set<Permission> refused) {

    /** Nothing was said. */
    public static final Consents NONE = new Consents(Set.of(), Set.of());

    /** Contact on one channel for one purpose. */
    public record Permission(Channel channel, Purpose purpose) {}

    public Consents {
        granted = Set.copyOf(granted);
        refused = Set.copyOf(refused);
    }

    boolean allow(Channel channel, Purpose purpose) {
        Permission asked = new Permission(channel, purpose);
        return granted.contains(asked) || (purpose == Purpose.SERVICE && !refused.contains(asked));
    }
}
