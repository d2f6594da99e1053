package stratum.platform.stream;

import java.util.List;

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

    /** No place among the inputs. */
    static final int NONE = -1;

    /** The place of a topic among the inputs, or {@link #NONE}. */
    static int placeOf(String topic, List<Input> inputs) {
        for (int place = 0; place < inputs.size(); place++) {
            if (inputs.get(place).topic().equals(topic)) {
                return place;
            }
        }
        return NONE;
    }
}
