package stratum.campaign.domain;

/** An offer is called back before anybody heard of it. */
public record Withdrawal(Exposure offer, Reason reason) {}
