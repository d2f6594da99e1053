package stratum.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import stratum.events.Channel;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Message;
import stratum.events.Money;
import stratum.events.Occasion;
import stratum.events.OccasionKind;
import stratum.events.OfferMade;
import stratum.events.PolicyRef;
import stratum.events.Reason;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.events.TierSignalled;

/** Facts of a bank, as short as tests want them. */
@NullUnmarked
final class BankFacts {

    private static final PolicyRef POLICY = new PolicyRef("default", 1);

    private BankFacts() {}

    static CustomerProfiled file(String customerId, String branch, String referrer, Instant at) {
        return CustomerProfiled.newBuilder()
                .setEventId("file-" + customerId + "-" + at.toEpochMilli())
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setKind(CustomerKind.PERSONAL)
                .setBranch(branch)
                .setReferrer(referrer)
                .build();
    }

    static TierSignalled signal(String customerId, SignalKind kind, String tier, long balance, Instant at) {
        return TierSignalled.newBuilder()
                .setSignalId(customerId + "-" + kind + "-" + at.toEpochMilli())
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setAsOf(at.atZone(ZoneOffset.UTC).toLocalDate())
                .setKind(kind)
                .setTier(tier)
                .setCandidate(tier)
                .setScore(100)
                .setPoints(Map.of())
                .setFeatures(Map.of("avgBalance90d", balance))
                .setUp(List.of())
                .setDown(List.of())
                .setReasons(List.of())
                .setPolicy(POLICY)
                .build();
    }

    static StageChanged stage(String customerId, Stage from, Stage to, Instant at) {
        return StageChanged.newBuilder()
                .setTransitionId(customerId + "-" + to + "-" + at.toEpochMilli())
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setAsOf(at.atZone(ZoneOffset.UTC).toLocalDate())
                .setFrom(from)
                .setTo(to)
                .setCauses(List.of())
                .setRisk(60)
                .setFeatures(Map.of())
                .setPolicy(POLICY)
                .build();
    }

    static InteractionRecorded contact(
            String eventId, String customerId, String staffId, String reference, Instant at) {
        return InteractionRecorded.newBuilder()
                .setEventId(eventId)
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setKind(InteractionKind.BRANCH_VISIT)
                .setChannel(Channel.BRANCH)
                .setStaffId(staffId)
                .setReference(reference)
                .build();
    }

    static OfferMade offer(String offerId, String customerId, Channel channel, Instant at, Instant until) {
        return OfferMade.newBuilder()
                .setOfferId(offerId)
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setCampaignId("upgrade")
                .setCampaignVersion(1)
                .setOccasion(new Occasion(OccasionKind.TIER_SIGNAL, "s-1", "UPGRADED", at))
                .setOfferCode("GOLD")
                .setValue(new Money(1L, "EUR"))
                .setChannel(channel)
                .setVariant("A")
                .setMessages(List.of(new Message(channel, "zh-CN", null, "您已升级为贵宾客户。")))
                .setLanguage("zh-CN")
                .setValidUntil(until)
                .setReasons(List.of(new Reason("UPGRADED", Map.of("en", "You moved up.", "zh-CN", "您的层级已提升。"))))
                .build();
    }
}
