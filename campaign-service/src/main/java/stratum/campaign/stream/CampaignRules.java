package stratum.campaign.stream;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import stratum.campaign.domain.Budget;
import stratum.campaign.domain.Campaigns;
import stratum.campaign.domain.ContactPolicies;
import stratum.campaign.domain.ContactPolicy;
import stratum.campaign.domain.Deciding;
import stratum.campaign.domain.Following;
import stratum.campaign.domain.Propensities;
import stratum.campaign.domain.Words;
import stratum.campaign.usecase.ContactPolicyReader;
import stratum.campaign.usecase.Publication;
import stratum.campaign.usecase.PublishedCampaigns;
import stratum.events.CampaignPublished;
import stratum.events.PolicyPublished;
import stratum.events.PropensityLearned;
import stratum.platform.policy.PublishedPolicies;

/** What campaigns decide by, and how it is said; made anew whenever reference data have changed. */
final class CampaignRules {

    private final Bank bank;
    private final PublishedCampaigns published;
    private final PublishedPolicies<ContactPolicy> policies;
    private final Deciding.Rules rules;
    private final Deciding deciding;
    private final Following following;
    private final Announced announced;
    private final Occasions occasions;

    /**
     * What does not change while the service runs.
     *
     * @param words what the bank calls things
     * @param zone its own
     * @param currency its base currency
     * @param budgetParts into so many parts budgets are divided; the number of partitions must divide it
     */
    record Bank(Words words, ZoneId zone, String currency, int budgetParts) {}

    /** By the campaigns that come with the service, until others are published. */
    CampaignRules(Bank bank, PublishedCampaigns published) {
        this(bank, published, new PublishedPolicies<>(ContactPolicyReader::read), List.of());
    }

    private CampaignRules(
            Bank bank,
            PublishedCampaigns published,
            PublishedPolicies<ContactPolicy> policies,
            List<SpecificRecord> reference) {
        this.bank = bank;
        this.published = published;
        this.policies = policies;
        this.rules = rules(bank, published, policies, reference);
        this.deciding = new Deciding(rules);
        this.following = new Following(rules.campaigns());
        this.announced = new Announced(bank.currency());
        this.occasions = new Occasions(bank.words(), bank.currency());
    }

    private static Deciding.Rules rules(
            Bank bank,
            PublishedCampaigns published,
            PublishedPolicies<ContactPolicy> policies,
            List<SpecificRecord> reference) {
        List<Publication> campaigns = new ArrayList<>();
        List<PolicyPublished> contact = new ArrayList<>();
        List<Propensities.Learned> learned = new ArrayList<>();
        for (SpecificRecord record : reference) {
            if (record instanceof CampaignPublished campaign) {
                campaigns.add(Facts.publication(campaign));
            } else if (record instanceof PolicyPublished policy) {
                contact.add(policy);
            } else if (record instanceof PropensityLearned table) {
                learned.add(Facts.learned(table));
            }
        }
        return new Deciding.Rules(
                published.with(campaigns),
                new ContactPolicies(policies.read(contact)),
                new Propensities(learned),
                bank.words(),
                bank.zone());
    }

    CampaignRules knowing(List<SpecificRecord> reference) {
        return new CampaignRules(bank, published, policies, reference);
    }

    /** Every customer belongs to a part of its partition's, however many partitions there are, as long as they divide it. */
    Budget.Part partOf(String customerId) {
        int hash = Utils.toPositive(Utils.murmur2(customerId.getBytes(StandardCharsets.UTF_8)));
        return new Budget.Part(hash % bank.budgetParts(), bank.budgetParts());
    }

    Campaigns campaigns() {
        return rules.campaigns();
    }

    ZoneId zone() {
        return bank.zone();
    }

    Deciding deciding() {
        return deciding;
    }

    Following following() {
        return following;
    }

    Announced announced() {
        return announced;
    }

    Occasions occasions() {
        return occasions;
    }
}
