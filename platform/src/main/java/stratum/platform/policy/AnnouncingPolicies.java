package stratum.platform.policy;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.events.PolicyPublished;

/**
 * Announces published policies on the topic of their kind, by id and version, in the order of their publication.
 * A version is announced at least once: it counts as announced when the log has it.
 */
final class AnnouncingPolicies {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final PolicyTable policies;
    private final TransactionalOperator transaction;
    private final KafkaTemplate<String, SpecificRecord> kafka;

    AnnouncingPolicies(
            String topic,
            PolicyTable policies,
            TransactionalOperator transaction,
            KafkaTemplate<String, SpecificRecord> kafka) {
        this.topic = topic;
        this.policies = policies;
        this.transaction = transaction;
        this.kafka = kafka;
    }

    /** What fails is logged, and tried again after the pause. */
    @Scheduled(fixedDelayString = "${stratum.policies.announce-every:500ms}")
    void announceAll() {
        Boolean more;
        do {
            more = announceNext(policies, transaction, this::send).block(PATIENCE);
        } while (Boolean.TRUE.equals(more));
    }

    /** Announces the oldest that waits; true where one waited. */
    static Mono<Boolean> announceNext(
            PolicyTable policies, TransactionalOperator transaction, Function<PolicyPublished, Mono<Void>> log) {
        return policies.nextToAnnounce()
                .flatMap(next -> log.apply(event(next))
                        .then(policies.announced(next.policy()))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Void> send(PolicyPublished event) {
        return Mono.fromFuture(() -> kafka.send(topic, keyOf(event), event))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    /** A version of its own each, so that compaction forgets none: what rules when needs them all. */
    private static String keyOf(PolicyPublished event) {
        return "%s:%d".formatted(event.getPolicyId(), event.getVersion());
    }

    private static PolicyPublished event(PolicyTable.Unannounced unannounced) {
        PolicyVersion policy = unannounced.policy();
        return PolicyPublished.newBuilder()
                .setPolicyId(policy.id())
                .setVersion(policy.version())
                .setEffectiveFrom(policy.effectiveFrom())
                .setPublishedAt(unannounced.publishedAt())
                .setAuthor(policy.life().author())
                .setApprover(requireNonNullElse(policy.life().approver(), ""))
                .setDocument(policy.document())
                .build();
    }
}
