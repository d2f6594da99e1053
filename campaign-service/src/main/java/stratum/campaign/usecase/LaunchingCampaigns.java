package stratum.campaign.usecase;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import stratum.campaign.usecase.ShippedCampaigns.Shipped;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps and announces the campaigns that came with the service, each version once. Whether they may run at all is found
 * out while the service is put together: once the streams have started they decide.
 */
@Component
@DependsOnDatabaseInitialization
final class LaunchingCampaigns implements InitializingBean, ApplicationRunner {

    private static final String LIVE = "LIVE";

    private final ShippedCampaigns shipped;
    private final CampaignRegister register;
    private final CampaignAnnouncements announcements;
    private final JsonMapper json;

    LaunchingCampaigns(
            ShippedCampaigns shipped, CampaignRegister register, CampaignAnnouncements announcements, JsonMapper json) {
        this.shipped = shipped;
        this.register = register;
        this.announcements = announcements;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() {
        requireUnedited();
    }

    @Override
    public void run(ApplicationArguments args) {
        shipped.all().forEach(one -> register.keep(version(one)));
        register.unannounced().forEach(this::announce);
    }

    /** A live campaign is never edited, or nobody could say any more what an offer of the past rested on. */
    private void requireUnedited() {
        List<String> edited = shipped.all().stream()
                .filter(this::isEdited)
                .map(one -> "Campaign %s: version %d ran with other content; give the change a new version."
                        .formatted(one.campaign().id(), one.campaign().version()))
                .toList();
        if (!edited.isEmpty()) {
            throw new InvalidCampaigns(edited);
        }
    }

    private boolean isEdited(Shipped one) {
        return register.document(one.campaign().id(), one.campaign().version())
                .filter(kept -> !Objects.equals(json.readTree(kept), json.readTree(one.document())))
                .isPresent();
    }

    private void announce(CampaignVersion campaign) {
        announcements.announce(campaign);
        register.announced(campaign);
    }

    private static CampaignVersion version(Shipped one) {
        return new CampaignVersion(
                one.campaign().id(),
                one.campaign().version(),
                LIVE,
                one.campaign().effectiveFrom(),
                one.document());
    }
}
