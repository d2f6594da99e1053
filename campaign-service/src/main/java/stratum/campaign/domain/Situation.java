package stratum.campaign.domain;

import java.time.Instant;
import java.time.ZoneId;

/**
 * All that the campaigns which an occasion touched are judged by.
 *
 * @param at moment of the decision
 * @param zone the customer's own
 * @param policy the contact policy in force
 * @param spending what of budgets is spent
 */
record Situation(
        Customer customer,
        Occasion occasion,
        Subject subject,
        Instant at,
        ZoneId zone,
        ContactPolicy policy,
        Budget.Spending spending) {}
