package stratum.campaign.stream;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Consents;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Purpose;
import stratum.campaign.domain.Standing;
import stratum.events.Consent;
import stratum.events.CustomerProfiled;
import stratum.events.Scored;

/** What facts say of a customer. */
final class Facts {

    private Facts() {}

    static Profile profile(CustomerProfiled fact) {
        return new Profile(
                fact.getOccurredAt(),
                fact.getKind().name(),
                fact.getLanguage(),
                fact.getVulnerable(),
                consents(fact.getConsents()),
                fact.getBirthDate(),
                orNone(fact.getZone()),
                orNone(fact.getOccupation()),
                orNone(fact.getIncomeBand()),
                orNone(fact.getRiskAppetite()),
                orNone(fact.getBranch()));
    }

    private static @Nullable String orNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Where the file says two things about the same contact, the one given later counts. */
    private static Consents consents(List<Consent> given) {
        Set<Permission> granted = new HashSet<>();
        Set<Permission> refused = new HashSet<>();
        given.stream()
                .filter(consent -> isForOffers(consent.getChannel()))
                .sorted(Comparator.comparing(Consent::getGivenAt))
                .forEach(consent -> {
                    Permission permission = permission(consent);
                    (consent.getGranted() ? granted : refused).add(permission);
                    (consent.getGranted() ? refused : granted).remove(permission);
                });
        return new Consents(granted, refused);
    }

    private static Permission permission(Consent consent) {
        return new Permission(
                Channel.valueOf(consent.getChannel().name()),
                Purpose.valueOf(consent.getPurpose().name()));
    }

    /** The bank's channels are more than those an offer can take. */
    private static boolean isForOffers(stratum.events.Channel channel) {
        return switch (channel) {
            case PUSH, SMS, EMAIL, RM_CALL, BRANCH -> true;
            case ATM, CARD, PHONE, MOBILE, WEB, OTHER -> false;
        };
    }

    static Standing standing(Scored fact) {
        return new Standing(fact.getTier(), fact.getFeatures(), fact.getNeeds());
    }
}
