package stratum.campaign.usecase;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import stratum.campaign.domain.CampaignLife;
import stratum.campaign.usecase.CampaignRegister.Change;
import stratum.campaign.usecase.ShippedCampaigns.Shipped;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the campaigns that came with the service, each version once, as launched, so that a person can pause or end them
 * and the list is whole. Whether they may run at all is found out while the service is put together: once the streams
 * have started they decide.
 */
@Component
@DependsOnDatabaseInitialization
final class LaunchingCampaigns implements InitializingBean {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAKER = "Stratum";
    private static final CampaignLife LIVE = new CampaignLife(CampaignLife.State.LIVE, MAKER, "Stratum release");

    private final ShippedCampaigns shipped;
    private final CampaignRegister register;
    private final JsonMapper json;

    LaunchingCampaigns(ShippedCampaigns shipped, CampaignRegister register, JsonMapper json) {
        this.shipped = shipped;
        this.register = register;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() {
        requireUnedited();
        shipped.all()
                .forEach(one -> register.add(new Change(
                                version(one),
                                "SHIPPED",
                                MAKER,
                                Optional.of(one.campaign().effectiveFrom())))
                        .block(PATIENCE));
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
        return register.find(one.campaign().id(), one.campaign().version())
                .blockOptional(PATIENCE)
                .filter(kept -> !Objects.equals(json.readTree(kept.document()), json.readTree(one.document())))
                .isPresent();
    }

    private static CampaignVersion version(Shipped one) {
        return new CampaignVersion(
                one.campaign().id(),
                one.campaign().version(),
                LIVE,
                one.campaign().effectiveFrom(),
                1,
                one.document());
    }
}
