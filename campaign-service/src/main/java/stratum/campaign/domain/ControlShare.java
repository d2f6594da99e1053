package stratum.campaign.domain;

/**
 * The part of the customers that is kept out of something, so that its effect can be measured. Who is in it depends on
 * name, salt and customer alone.
 *
 * @param share from 0 to 1
 */
public record ControlShare(double share, String salt) {

    boolean holds(String customerId, String name) {
        return share > 0 && Fingerprint.of(customerId, name, salt).place() < share;
    }
}
