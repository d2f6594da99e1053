package stratum.campaign.usecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Campaigns;
import stratum.campaign.domain.Campaigns.Published;
import stratum.campaign.domain.Campaigns.Status;

/** What was announced on {@code campaign.campaigns}, as campaigns: each document is read once, however often it is asked for. */
public final class PublishedCampaigns {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedCampaigns.class);

    /** A publication is announced at least once: the place in the log says nothing. */
    private static final Comparator<Publication> IN_ORDER = Comparator.comparing(Publication::effectiveFrom)
            .thenComparing(Publication::edition)
            .thenComparing(Publication::campaignId)
            .thenComparing(Publication::version);

    private final List<Published> shipped;
    private final CampaignReader reader = new CampaignReader(new CelConditions());
    private final Map<String, Optional<Campaign>> read = new ConcurrentHashMap<>();

    private PublishedCampaigns(List<Published> shipped) {
        this.shipped = shipped;
    }

    /** Beside the campaigns that come with the service, which run from their own beginning on until something is published of them. */
    public static PublishedCampaigns beside(ShippedCampaigns campaigns) {
        return new PublishedCampaigns(campaigns.all().stream()
                .map(ShippedCampaigns.Shipped::campaign)
                .map(campaign -> new Published(campaign, Status.LIVE, campaign.effectiveFrom()))
                .toList());
    }

    /** With no campaigns but those that are published. */
    public static PublishedCampaigns alone() {
        return new PublishedCampaigns(List.of());
    }

    /** All campaigns. What cannot be run is reported once and left out: nothing stops because of it. */
    public Campaigns with(List<Publication> announced) {
        List<Published> all = new ArrayList<>(shipped);
        announced.stream()
                .sorted(IN_ORDER)
                .forEach(one -> campaign(one).ifPresent(campaign -> all.add(published(one, campaign))));
        return new Campaigns(all);
    }

    private static Published published(Publication one, Campaign campaign) {
        return new Published(campaign, Status.valueOf(one.status()), one.effectiveFrom());
    }

    private Optional<Campaign> campaign(Publication one) {
        return read.computeIfAbsent(one.document(), document -> read(one));
    }

    private Optional<Campaign> read(Publication one) {
        try {
            return Optional.of(reader.read(ShippedCampaigns.parse(one.document(), one.campaignId())));
        } catch (RuntimeException e) {
            LOG.error(
                    "Campaign {} version {} was published and cannot run: {}",
                    one.campaignId(),
                    one.version(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
