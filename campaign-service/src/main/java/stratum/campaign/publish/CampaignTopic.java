package stratum.campaign.publish;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import stratum.campaign.usecase.CampaignAnnouncements;
import stratum.campaign.usecase.CampaignVersion;
import stratum.events.CampaignPublished;
import stratum.events.CampaignStatus;
import stratum.schemas.Topics;

/** Announces campaigns on {@code campaign.campaigns}, whose key is id, version and edition. */
@Component
final class CampaignTopic implements CampaignAnnouncements {

    private static final int PATIENCE_SECONDS = 60;

    private final KafkaTemplate<String, SpecificRecord> kafka;

    CampaignTopic(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    private static String keyOf(CampaignPublished event) {
        return "%s:%d:%d".formatted(event.getCampaignId(), event.getVersion(), event.getEdition());
    }

    @Override
    public void announce(CampaignVersion campaign) {
        CampaignPublished event = CampaignPublished.newBuilder()
                .setCampaignId(campaign.id())
                .setVersion(campaign.version())
                .setStatus(CampaignStatus.valueOf(campaign.status()))
                .setEffectiveFrom(campaign.effectiveFrom())
                .setDocument(campaign.document())
                .build();
        try {
            kafka.send(Topics.CAMPAIGNS, keyOf(event), event).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Campaign %s could not be announced".formatted(campaign.id()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while announcing campaign %s".formatted(campaign.id()), e);
        }
    }
}
