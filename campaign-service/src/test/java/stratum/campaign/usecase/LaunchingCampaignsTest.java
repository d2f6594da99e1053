package stratum.campaign.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import stratum.campaign.domain.CampaignLife;
import stratum.campaign.publish.AnnouncingCampaigns;
import stratum.campaign.store.Database;
import stratum.campaign.usecase.CampaignRegister.Change;
import stratum.events.CampaignPublished;
import tools.jackson.databind.json.JsonMapper;

class LaunchingCampaignsTest {

    private final Database database = Database.empty();
    private final CampaignRegister register = database.campaigns();
    private final List<String> shipped = ShippedCampaigns.load().all().stream()
            .map(one -> one.campaign().id())
            .toList();

    @Test
    void the_campaigns_that_come_with_the_service_are_kept_and_announced() {
        launch();

        assertThat(announced()).hasSameSizeAs(shipped).contains("welcome 1 LIVE 1970-01-01T00:00:00Z");
        assertThat(register.newest("", 100)
                        .map(CampaignVersion::id)
                        .collectList()
                        .block())
                .isEqualTo(shipped);
    }

    @Test
    void a_second_start_announces_nothing() {
        launch();
        announced();

        launch();

        assertThat(announced()).isEmpty();
    }

    @Test
    void what_could_not_be_announced_is_announced_later() {
        launch();
        assertThatThrownBy(() -> AnnouncingCampaigns.announceNext(
                                register,
                                database.transaction(),
                                event -> Mono.error(new IllegalStateException("no broker")))
                        .block())
                .hasMessage("no broker");

        assertThat(announced()).hasSameSizeAs(shipped);
    }

    @Test
    void a_version_that_ran_is_never_edited_and_that_is_found_before_anything_starts() {
        register.add(new Change(
                        new CampaignVersion(
                                "welcome",
                                1,
                                new CampaignLife(CampaignLife.State.LIVE, "ann", "bob"),
                                Instant.EPOCH,
                                1,
                                "{\"id\": \"welcome\"}"),
                        "SHIPPED",
                        "ann",
                        Optional.empty()))
                .block();

        assertThatThrownBy(this::launch)
                .isInstanceOf(InvalidCampaigns.class)
                .hasMessage("Campaign welcome: version 1 ran with other content; give the change a new version.");
    }

    private void launch() {
        new LaunchingCampaigns(
                        ShippedCampaigns.load(), register, JsonMapper.builder().build())
                .afterPropertiesSet();
    }

    private List<String> announced() {
        List<String> announced = new ArrayList<>();
        Boolean more;
        do {
            more = AnnouncingCampaigns.announceNext(register, database.transaction(), event -> {
                        announced.add(inWords(event));
                        return Mono.empty();
                    })
                    .block();
        } while (Boolean.TRUE.equals(more));
        return announced;
    }

    private static String inWords(CampaignPublished event) {
        return "%s %d %s %s"
                .formatted(event.getCampaignId(), event.getVersion(), event.getStatus(), event.getEffectiveFrom());
    }
}
