package stratum.campaign.stream;

import java.time.LocalDate;
import stratum.campaign.domain.Budget;
import stratum.campaign.domain.Budget.Part;
import stratum.campaign.domain.Campaign;
import stratum.platform.stream.Tallies;

/** What has been spent of budgets in one part of the customers, counted in the partition that holds the part. */
final class Spent implements Budget.Spending {

    /** Occasions that waited are decided a day later at most; a week is plenty. */
    private static final int DAYS_KEPT = 7;

    private final Tallies tallies;
    private final Part part;

    Spent(Tallies tallies, Part part) {
        this.tallies = tallies;
        this.part = part;
    }

    @Override
    public long ofAll(String campaignId) {
        return tallies.of(all(campaignId));
    }

    @Override
    public long on(String campaignId, LocalDate date) {
        return tallies.of(on(date, campaignId));
    }

    @Override
    public Part part() {
        return part;
    }

    void one(Campaign campaign, LocalDate today) {
        if (campaign.budget().total() != null) {
            tallies.add(all(campaign.id()), Tallies.FOR_EVER);
        }
        if (campaign.budget().perDay() != null) {
            tallies.add(on(today, campaign.id()), today.plusDays(DAYS_KEPT));
        }
    }

    private String all(String campaignId) {
        return "%s %d/%d".formatted(campaignId, part.number(), part.of());
    }

    private String on(LocalDate date, String campaignId) {
        return "%s %s".formatted(all(campaignId), date);
    }
}
