package stratum.campaign.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

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

    Consents without(Channel channel, Purpose purpose) {
        Permission lost = new Permission(channel, purpose);
        Set<Permission> more = new HashSet<>(refused);
        more.add(lost);
        return new Consents(granted.stream().filter(one -> !one.equals(lost)).collect(Collectors.toSet()), more);
    }

    boolean allow(Channel channel, Purpose purpose) {
        Permission asked = new Permission(channel, purpose);
        return granted.contains(asked) || (purpose == Purpose.SERVICE && !refused.contains(asked));
    }
}
