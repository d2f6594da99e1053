package stratum.platform.stream;

/**
 * A topic that a service decides on.
 *
 * @param topic its name
 * @param carriesTicks whether its owner passes ticks on in it, which then say what belongs before them; for the bank's
 *     own topics the tick's heads say it
 */
public record Input(String topic, boolean carriesTicks) {

    /** A topic of the bank's. */
    public static Input ofBank(String topic) {
        return new Input(topic, false);
    }

    /** A topic of a service's, with ticks in it. */
    public static Input ofService(String topic) {
        return new Input(topic, true);
    }
}
