package stratum.campaign.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.events.Cause;
import stratum.events.Channel;
import stratum.events.Consent;
import stratum.events.ContactPurpose;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.PolicyRef;
import stratum.events.Scored;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierSignalled;

/** Facts told of a customer at a moment. */
public record Told(String customer, Instant at) {

    private static final PolicyRef POLICY = new PolicyRef("default", 1);

    public static Told of(String customer) {
        return new Told(customer, Instant.EPOCH);
    }

    public Told at(Instant moment) {
        return new Told(customer, moment);
    }

    Instant endOfDay(ZoneId zone) {
        return at.atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(1);
    }

    public CustomerProfiled consents(ContactPurpose purpose, Channel... channels) {
        return CustomerProfiled.newBuilder()
                .setEventId("profile-" + customer + at)
                .setCustomerId(customer)
                .setOccurredAt(at)
                .setKind(CustomerKind.PERSONAL)
                .setConsents(Stream.of(channels)
                        .map(channel -> new Consent(channel, purpose, true, at, null))
                        .toList())
                .build();
    }

    Scored scored(String tier) {
        return Scored.newBuilder()
                .setCustomerId(customer)
                .setOccurredAt(at)
                .setAsOf(date())
                .setFeatures(Map.of("tenureDays", 400L, "avgBalance90d", 1_000_000L))
                .setScore(700)
                .setTier(tier)
                .setCandidate(tier)
                .setPolicy(POLICY)
                .build();
    }

    public Staged staged(Stage stage) {
        return Staged.newBuilder()
                .setCustomerId(customer)
                .setOccurredAt(at)
                .setAsOf(date())
                .setStage(stage)
                .setSince(date())
                .setRisk(10)
                .setCauses(List.of())
                .setFeatures(Map.of())
                .setPolicy(POLICY)
                .build();
    }

    TierSignalled signalled(SignalKind kind, @Nullable String from, String tier) {
        return TierSignalled.newBuilder()
                .setSignalId("signal-" + customer + at)
                .setCustomerId(customer)
                .setOccurredAt(at)
                .setAsOf(date())
                .setKind(kind)
                .setFromTier(from)
                .setTier(tier)
                .setCandidate(tier)
                .setScore(700)
                .setPoints(Map.of())
                .setFeatures(Map.of())
                .setUp(List.of())
                .setDown(List.of())
                .setReasons(List.of())
                .setPolicy(POLICY)
                .build();
    }

    public StageChanged moved(@Nullable Stage from, Stage to, Cause... causes) {
        return StageChanged.newBuilder()
                .setTransitionId("transition-" + customer + at)
                .setCustomerId(customer)
                .setOccurredAt(at)
                .setAsOf(date())
                .setFrom(from)
                .setTo(to)
                .setCauses(List.of(causes))
                .setRisk(60)
                .setFeatures(Map.of())
                .setPolicy(POLICY)
                .build();
    }

    private LocalDate date() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
