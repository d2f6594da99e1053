package stratum.customer.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.Desks;
import stratum.customer.store.BankClock;
import stratum.customer.store.Care;
import stratum.customer.store.KnownCustomer;
import stratum.customer.store.Placeable;
import stratum.customer.store.RulingPolicy;
import stratum.platform.kafka.StratumSettings;

/**
 * Decides who looks after whom and when the next contact is due, as far as the bank's clock has come. Everything that a
 * step needs is read, decided and written in one transaction, by one instance at a time.
 */
@Component
public final class PlacingCustomers {

    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Care care;
    private final BankClock clock;
    private final RulingPolicy ruling;
    private final ZoneId zone;

    /** A published version is never another, and there are not many. */
    private final Map<String, CarePolicy> policies = new ConcurrentHashMap<>();

    PlacingCustomers(Care care, BankClock clock, RulingPolicy ruling, StratumSettings settings) {
        this.care = care;
        this.clock = clock;
        this.ruling = ruling;
        this.zone = settings.zone();
    }

    /** Works through all that is due. */
    void placeAll() {
        Integer worked;
        do {
            worked = step().block(PATIENCE);
        } while (worked != null && worked > 0);
    }

    /** Works through some of what is due; answers how much, 0 where there is none or another instance is at it. */
    public Mono<Integer> step() {
        return care.inTurn(clock.reached().flatMap(this::upTo));
    }

    /** The policy in force at a moment; 503 before the shipped one is kept. */
    public Mono<CarePolicy> policyAt(Instant moment) {
        return ruling.at(moment)
                .map(this::policy)
                .switchIfEmpty(Mono.error(() -> notYet("No care policy is kept here yet")));
    }

    /** 503, with a sentence that says what is missing. */
    static ErrorResponseException notYet(String sentence) {
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setDetail(sentence + "; try again in a moment.");
        return problem;
    }

    private CarePolicy policy(RulingPolicy.Version version) {
        return policies.computeIfAbsent(
                version.id() + ":" + version.version(), name -> CarePolicyReading.read(version.document()));
    }

    private Mono<Integer> upTo(Instant reached) {
        return ruling.at(reached)
                .flatMap(version -> ruling.apply(version)
                        .flatMap(isNew -> isNew ? care.everybody(reached) : Mono.<Void>empty())
                        .then(care.due(reached, AT_ONCE))
                        .filter(due -> !due.isEmpty())
                        .flatMap(due -> work(due, policy(version), reached)));
    }

    private Mono<Integer> work(List<Placeable> due, CarePolicy policy, Instant reached) {
        Set<String> customers = due.stream().map(Placeable::customerId).collect(Collectors.toSet());
        return care.known(customers, reached)
                .collectList()
                .flatMap(known -> Mono.zip(
                                care.desks(branches(known), managers(known)).collectList(),
                                care.branchesWithWaiting().collectList())
                        .map(both -> new PlacingBatch(
                                policy, zone, new Desks(both.getT1()), known, new HashSet<>(both.getT2()))))
                .flatMap(batch -> {
                    batch.work(due);
                    return write(batch);
                });
    }

    private Mono<Integer> write(PlacingBatch batch) {
        PlacingBatch.Room room = batch.room();
        return care.write(batch.changes())
                .then(room == null ? Mono.<Void>empty() : care.room(room.at(), room.branch(), room.tiers()))
                .thenReturn(batch.changes().done().size());
    }

    private static Set<String> branches(Collection<KnownCustomer> known) {
        return known.stream()
                .flatMap(customer ->
                        Stream.of(customer.branch(), customer.care().keeping().branch()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Somebody may look after a customer in a branch that is not his or hers any more. */
    private static Set<String> managers(Collection<KnownCustomer> known) {
        return known.stream()
                .map(customer -> customer.care().managerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
