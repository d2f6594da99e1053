package stratum.customer.web;

/** An amount of money in minor units. */
record MoneyView(long amountMinor, String currency) {}
