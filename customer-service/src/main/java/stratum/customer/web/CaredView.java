package stratum.customer.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.PersonalOffer;
import stratum.customer.store.Portfolios.Cared;
import stratum.customer.usecase.LookingAtPortfolios.Look;
import stratum.customer.web.CareWords.CodeView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a customer is looked after.
 *
 * @param familiar 熟客: enough mutual contacts in the time that the policy says
 * @param dueOn the next contact, on this day at the latest
 * @param overdueDays days since then; 0 where it is not overdue
 * @param offers to be made in person, with the reasons and the words
 */
record CaredView(
        String customerId,
        @Nullable String tier,
        @Nullable String stage,
        @Nullable String branch,
        @Nullable String manager,
        @Nullable Instant since,
        MoneyView balance,
        @Nullable Instant waitingSince,
        @Nullable String intent,
        @Nullable Instant lastContact,
        boolean familiar,
        @Nullable LocalDate dueOn,
        long overdueDays,
        @Nullable CodeView reason,
        List<OfferView> offers) {

    /** An offer to be made in person. */
    record OfferView(
            String offerId,
            String channel,
            String offerCode,
            String language,
            Instant madeAt,
            Instant validUntil,
            JsonNode reasons,
            JsonNode messages) {

        static OfferView of(PersonalOffer offer, JsonMapper json) {
            return new OfferView(
                    offer.offerId(),
                    offer.channel(),
                    offer.offerCode(),
                    offer.language(),
                    offer.madeAt(),
                    offer.validUntil(),
                    json.readTree(offer.reasons()),
                    json.readTree(offer.messages()));
        }
    }

    static CaredView of(Cared cared, List<OfferView> offers, Look look, String currency) {
        LocalDate due = cared.dueOn();
        long overdue = due == null ? 0 : Math.max(0, look.today().toEpochDay() - due.toEpochDay());
        return new CaredView(
                cared.customerId(),
                cared.tier(),
                cared.stage(),
                cared.branch(),
                cared.managerId(),
                cared.since(),
                new MoneyView(cared.balanceMinor(), currency),
                cared.waitingSince(),
                cared.intent(),
                cared.contactedAt(),
                cared.contacts() >= look.policy().contact().familiar().contacts(),
                due,
                overdue,
                CareWords.reason(cared.dueReason(), look.policy()),
                offers);
    }
}
