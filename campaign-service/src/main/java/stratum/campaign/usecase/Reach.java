package stratum.campaign.usecase;

/**
 * How many customers meet a campaign's condition now.
 *
 * @param customers that are known
 * @param meet who meet it, whatever the occasion says
 * @param depends of whom the occasion would have to say more
 * @param contactable of those two, who allow a contact on one of its channels
 */
public record Reach(long customers, long meet, long depends, long contactable) {

    /** Nobody is known. */
    public static final Reach NONE = new Reach(0, 0, 0, 0);

    /** Both together. */
    public Reach plus(Reach other) {
        return new Reach(
                customers + other.customers,
                meet + other.meet,
                depends + other.depends,
                contactable + other.contactable);
    }
}
