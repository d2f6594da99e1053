package stratum.campaign.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many offers a campaign may make. Customers fall into parts, and each part has its share of the budget, so that no
 * instance has to ask another one: the sum is never more than the budget, whatever runs where. In exchange a part that
 * has spent its share stops while another may have some left.
 *
 * @param total in all; no limit where none
 * @param perDay on one business date; no limit where none
 */
public record Budget(@Nullable Long total, @Nullable Long perDay) {

    /** As many as may be. */
    public static final Budget NONE = new Budget(null, null);

    /** What is left over by the division goes to other parts on another day. */
    private static final int STRIDE = 5;

    /** What has been spent by the customer's part. */
    public interface Spending {

        /** Nothing is spent, and nothing is divided. */
        Spending NOTHING = new Spending() {
            @Override
            public long ofAll(String campaignId) {
                return 0;
            }

            @Override
            public long on(String campaignId, LocalDate date) {
                return 0;
            }

            @Override
            public Part part() {
                return new Part(0, 1);
            }
        };

        /** Offers made in all. */
        long ofAll(String campaignId);

        /** Offers made on a business date. */
        long on(String campaignId, LocalDate date);

        Part part();
    }

    /** One of so many parts, from 0. */
    public record Part(int number, int of) {

        private long shareOf(long budget, long turn) {
            long turned = Math.floorMod(number + turn * STRIDE, (long) of);
            return budget / of + (turned < budget % of ? 1 : 0);
        }
    }

    boolean isSpent(String campaignId, Spending spending, LocalDate today) {
        return isReached(total, spending.ofAll(campaignId), spending.part(), 0)
                || isReached(perDay, spending.on(campaignId, today), spending.part(), today.toEpochDay());
    }

    private static boolean isReached(@Nullable Long budget, long spent, Part part, long turn) {
        return budget != null && spent >= part.shareOf(budget, turn);
    }

    String inWords() {
        return "%s%s%s"
                .formatted(
                        total == null ? "" : "%d in all".formatted(total),
                        total == null || perDay == null ? "" : ", ",
                        perDay == null ? "" : "%d a day".formatted(perDay));
    }
}
