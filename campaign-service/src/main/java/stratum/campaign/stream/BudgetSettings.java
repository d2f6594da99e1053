package stratum.campaign.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How budgets are divided.
 *
 * @param parts into so many parts of the customers; a budget is kept exactly where the number of partitions divides it
 */
@ConfigurationProperties("stratum.budget")
record BudgetSettings(@DefaultValue("12") int parts) {

    BudgetSettings {
        if (parts < 1 || parts > 1_000) {
            throw new IllegalArgumentException("stratum.budget.parts: from 1 to 1000, not " + parts);
        }
    }
}
