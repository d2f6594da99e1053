package stratum.campaign.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Consents;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Propensities;
import stratum.campaign.domain.Purpose;
import stratum.campaign.domain.Standing;
import stratum.campaign.usecase.Publication;
import stratum.events.AcceptanceSeen;
import stratum.events.CampaignPublished;
import stratum.events.CampaignStatus;
import stratum.events.Consent;
import stratum.events.CustomerProfiled;
import stratum.events.PropensityLearned;
import stratum.events.Scored;

/** What facts say of a customer. */
final class Facts {

    private Facts() {}

    /**
     * The customer file.
     *
     * @param unsubscribed when the customer unsubscribed from a channel, which ends the consents given until then
     */
    static Profile profile(CustomerProfiled fact, Map<Channel, Instant> unsubscribed) {
        return new Profile(
                fact.getOccurredAt(),
                fact.getKind().name(),
                fact.getLanguage(),
                fact.getVulnerable(),
                consents(fact.getConsents(), unsubscribed),
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
    private static Consents consents(List<Consent> given, Map<Channel, Instant> unsubscribed) {
        Set<Permission> granted = new HashSet<>();
        Set<Permission> refused = new HashSet<>();
        given.stream()
                .filter(consent -> channel(consent.getChannel()) != null)
                .sorted(Comparator.comparing(Consent::getGivenAt))
                .forEach(consent -> {
                    Permission permission = permission(consent);
                    boolean allows = consent.getGranted() && !isTakenBack(permission, consent, unsubscribed);
                    (allows ? granted : refused).add(permission);
                    (allows ? refused : granted).remove(permission);
                });
        return new Consents(granted, refused);
    }

    private static boolean isTakenBack(Permission permission, Consent consent, Map<Channel, Instant> unsubscribed) {
        Instant end = unsubscribed.get(permission.channel());
        return permission.purpose() == Purpose.MARKETING
                && end != null
                && !consent.getGivenAt().isAfter(end);
    }

    private static Permission permission(Consent consent) {
        return new Permission(
                Channel.valueOf(consent.getChannel().name()),
                Purpose.valueOf(consent.getPurpose().name()));
    }

    /** The bank's channels are more than those an offer can take; none for the others. */
    static @Nullable Channel channel(stratum.events.@Nullable Channel channel) {
        if (channel == null) {
            return null;
        }
        return switch (channel) {
            case PUSH, SMS, EMAIL, RM_CALL, BRANCH -> Channel.valueOf(channel.name());
            case ATM, CARD, PHONE, MOBILE, WEB, OTHER -> null;
        };
    }

    static Propensities.Learned learned(PropensityLearned table) {
        Map<Propensities.Cell, Propensities.Seen> cells = new HashMap<>();
        for (AcceptanceSeen seen : table.getSeen()) {
            cells.put(
                    new Propensities.Cell(seen.getTier(), seen.getStage()),
                    new Propensities.Seen(seen.getContacts(), seen.getAccepts()));
        }
        return new Propensities.Learned(table.getOfferCode(), table.getEffectiveFrom(), cells);
    }

    /** What does not run, for whatever reason, pauses. */
    static Publication publication(CampaignPublished fact) {
        String status =
                switch (fact.getStatus()) {
                    case LIVE, ENDED -> fact.getStatus().name();
                    case DRAFT, IN_REVIEW, APPROVED, PAUSED -> CampaignStatus.PAUSED.name();
                };
        return new Publication(
                fact.getCampaignId(),
                fact.getVersion(),
                status,
                fact.getEffectiveFrom(),
                fact.getEdition(),
                fact.getDocument());
    }

    static Standing standing(Scored fact) {
        return new Standing(fact.getTier(), fact.getFeatures(), fact.getNeeds());
    }
}
