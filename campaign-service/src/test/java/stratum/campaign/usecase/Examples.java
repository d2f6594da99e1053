package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import stratum.campaign.usecase.DecisionView.ConsideredView;
import stratum.campaign.usecase.OfferView.MessageView;
import stratum.campaign.usecase.OfferView.MoneyView;
import stratum.campaign.usecase.OfferView.ReasonView;

/** An offer and a decision to look up. */
public final class Examples {

    public static final Instant NOON = Instant.parse("1995-03-06T12:00:00.123Z");

    private Examples() {}

    public static OfferView offer(String id, String customer, Instant at) {
        return new OfferView(
                id,
                customer,
                at,
                "welcome",
                1,
                occasion(at),
                "WELCOME-90",
                null,
                "No fee",
                new MoneyView(60_000, "CZK"),
                "PUSH",
                "standard",
                List.of(new MessageView("PUSH", "zh-CN", "欢迎", "您的账户已开通")),
                "zh-CN",
                at.plusSeconds(86_400),
                null,
                "ACQUISITION",
                List.of(new ReasonView("ACQUISITION", Map.of("en", "You have just become our customer."))));
    }

    public static DecisionView decision(String id, String customer, Instant at) {
        return new DecisionView(
                id,
                customer,
                at,
                occasion(at),
                null,
                "VIP",
                "GROWTH",
                null,
                null,
                List.of(new ConsideredView("welcome", 1, "standard", "CONSENT", "No consent for MARKETING on PUSH")));
    }

    private static OccasionView occasion(Instant at) {
        return new OccasionView("STAGE_CHANGE", "t1", "ACQUISITION", at);
    }
}
