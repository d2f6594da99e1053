package stratum.campaign.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import stratum.campaign.store.Database;
import tools.jackson.databind.json.JsonMapper;

class LaunchingCampaignsTest {

    private final CampaignRegister register = Database.empty().campaigns();
    private final List<String> announced = new ArrayList<>();

    @Test
    void the_campaigns_that_come_with_the_service_are_kept_and_announced() {
        launch(this::announce);

        assertThat(announced).containsExactly("new-tier-benefits 1 LIVE", "retention 1 LIVE", "welcome 1 LIVE");
        assertThat(register.newest().map(CampaignVersion::id).collectList().block())
                .containsExactly("new-tier-benefits", "retention", "welcome");
    }

    @Test
    void a_second_start_announces_nothing() {
        launch(this::announce);
        announced.clear();

        launch(this::announce);

        assertThat(announced).isEmpty();
    }

    @Test
    void what_could_not_be_announced_is_announced_at_the_next_start() {
        assertThatThrownBy(() -> launch(campaign -> {
                    throw new IllegalStateException("no broker");
                }))
                .hasMessage("no broker");

        launch(this::announce);

        assertThat(announced).hasSize(3);
    }

    @Test
    void a_version_that_ran_is_never_edited_and_that_is_found_before_anything_starts() {
        register.keep(new CampaignVersion("welcome", 1, "LIVE", Instant.EPOCH, "{\"id\": \"welcome\"}"));

        assertThatThrownBy(() -> launching(this::announce).afterPropertiesSet())
                .isInstanceOf(InvalidCampaigns.class)
                .hasMessage("Campaign welcome: version 1 ran with other content; give the change a new version.");
    }

    private void launch(CampaignAnnouncements announcements) {
        LaunchingCampaigns launching = launching(announcements);
        launching.afterPropertiesSet();
        launching.run(new DefaultApplicationArguments());
    }

    private LaunchingCampaigns launching(CampaignAnnouncements announcements) {
        return new LaunchingCampaigns(
                ShippedCampaigns.load(),
                register,
                announcements,
                JsonMapper.builder().build());
    }

    private void announce(CampaignVersion campaign) {
        announced.add("%s %d %s".formatted(campaign.id(), campaign.version(), campaign.status()));
    }
}
