package stratum.campaign.publish;

import java.time.Duration;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.ContactPolicyRegister;
import stratum.campaign.usecase.ContactPolicyRegister.ContactPolicyVersion;
import stratum.campaign.usecase.Publication;
import stratum.events.CampaignPublished;
import stratum.events.CampaignStatus;
import stratum.events.PolicyPublished;
import stratum.schemas.Topics;

/**
 * Announces from when campaigns run, pause or end, and contact policies, in the order of their publication and at least
 * once: it counts as announced when the log has it. Each has a key of its own, so that compaction forgets none: what ran
 * when needs them all.
 */
@Component
public final class AnnouncingCampaigns {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CampaignRegister campaigns;
    private final ContactPolicyRegister policies;
    private final TransactionalOperator transaction;
    private final KafkaTemplate<String, SpecificRecord> kafka;

    AnnouncingCampaigns(
            CampaignRegister campaigns,
            ContactPolicyRegister policies,
            TransactionalOperator transaction,
            KafkaTemplate<String, SpecificRecord> kafka) {
        this.campaigns = campaigns;
        this.policies = policies;
        this.transaction = transaction;
        this.kafka = kafka;
    }

    /** What fails is logged, and tried again after the pause. */
    @Scheduled(fixedDelayString = "${stratum.campaigns.announce-every:500ms}")
    void announceAll() {
        repeat(announceNext(campaigns, transaction, event -> send(Topics.CAMPAIGNS, keyOf(event), event)));
        repeat(announcePolicy());
    }

    private static void repeat(Mono<Boolean> one) {
        Boolean more;
        do {
            more = one.block(PATIENCE);
        } while (Boolean.TRUE.equals(more));
    }

    /** Announces the oldest that waits; true where one waited. */
    public static Mono<Boolean> announceNext(
            CampaignRegister campaigns,
            TransactionalOperator transaction,
            Function<CampaignPublished, Mono<Void>> log) {
        return campaigns
                .nextToAnnounce()
                .flatMap(next -> log.apply(event(next))
                        .then(campaigns.announced(next.edition()))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Boolean> announcePolicy() {
        return policies.nextToAnnounce()
                .flatMap(next -> send(Topics.CONTACT_POLICIES, "contact:%d".formatted(next.version()), event(next))
                        .then(policies.announced(next.version()))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Void> send(String topic, String key, SpecificRecord event) {
        return Mono.fromFuture(() -> kafka.send(topic, key, event))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private static String keyOf(CampaignPublished event) {
        return "%s:%d:%d".formatted(event.getCampaignId(), event.getVersion(), event.getEdition());
    }

    private static CampaignPublished event(Publication publication) {
        return CampaignPublished.newBuilder()
                .setCampaignId(publication.campaignId())
                .setVersion(publication.version())
                .setStatus(CampaignStatus.valueOf(publication.status()))
                .setEffectiveFrom(publication.effectiveFrom())
                .setEdition(publication.edition())
                .setDocument(publication.document())
                .build();
    }

    private static PolicyPublished event(ContactPolicyVersion policy) {
        return PolicyPublished.newBuilder()
                .setPolicyId("contact")
                .setVersion((int) policy.version())
                .setEffectiveFrom(policy.effectiveFrom())
                .setPublishedAt(policy.at())
                .setAuthor(policy.actor())
                .setApprover("")
                .setDocument(policy.document())
                .build();
    }
}
