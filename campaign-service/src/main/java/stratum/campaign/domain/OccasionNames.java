package stratum.campaign.domain;

import java.util.List;
import java.util.Map;

/** What an occasion of each kind can be called; a schedule's walks are called by the schedule. */
public final class OccasionNames {

    private static final Map<OccasionKind, List<String>> BY_KIND = Map.of(
            OccasionKind.TIER_SIGNAL,
            List.of(
                    "ASSIGNED",
                    "UPGRADED",
                    "DOWNGRADED",
                    "WATCH_STARTED",
                    "WATCH_ENDED",
                    "NEAR_UPGRADE",
                    "OVERRIDDEN",
                    "OVERRIDE_ENDED"),
            OccasionKind.STAGE_CHANGE,
            List.of("PROSPECT", "ACQUISITION", "GROWTH", "MATURITY", "AT_RISK", "CHURNED"),
            OccasionKind.MILESTONE,
            List.of(
                    "FIRST_DEPOSIT",
                    "FIRST_SALARY",
                    "SECOND_PRODUCT",
                    "ANNIVERSARY",
                    "LARGE_INFLOW",
                    "WEALTH_MATURING",
                    "BIRTHDAY"),
            OccasionKind.INTERACTION,
            List.of(
                    "LOGIN",
                    "PAGE_VIEW",
                    "BRANCH_VISIT",
                    "CALL_IN",
                    "CALL_OUT",
                    "MESSAGE_IN",
                    "SURVEY_ANSWERED",
                    "COMPLAINT_OPENED",
                    "COMPLAINT_OVERDUE",
                    "COMPLAINT_RESOLVED",
                    "REFERRAL_MADE",
                    "EVENT_ATTENDED"),
            OccasionKind.TRANSACTION,
            List.of(
                    "SALARY",
                    "PENSION",
                    "INTEREST",
                    "FEE",
                    "PENALTY",
                    "LOAN_PAYMENT",
                    "STANDING_ORDER",
                    "CARD",
                    "CASH",
                    "TRANSFER_IN",
                    "TRANSFER_OUT",
                    "INSURANCE",
                    "WEALTH_PURCHASE",
                    "WEALTH_REDEMPTION",
                    "OTHER"),
            OccasionKind.HOLDING,
            List.of("OPENED", "VALUED", "CLOSED"));

    private OccasionNames() {}

    /** The names of a kind; none for a schedule. */
    public static List<String> of(OccasionKind kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }
}
