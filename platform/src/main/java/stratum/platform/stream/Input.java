package stratum.platform.stream;

import java.util.List;

/**
 * A topic that a service decides on.
 *
 * @param topic its name
 * @param kind how it is read, and what says which of its records belong before a tick
 */
public record Input(String topic, Kind kind) {

    /** No place among the inputs. */
    static final int NONE = -1;

    /** How a topic is read. */
    enum Kind {
        /** Keyed by customer; the tick's heads say what belongs before it. */
        BANK,
        /** Keyed by customer; its owner passes ticks on in it, and what stands before them belongs before them. */
        SERVICE,
        /** Read whole by every instance, for it concerns every customer; the tick's heads say what belongs before it. */
        REFERENCE
    }

    /** A topic of the bank's, keyed by customer. */
    public static Input ofBank(String topic) {
        return new Input(topic, Kind.BANK);
    }

    /** A topic of a service's, keyed by customer, with ticks in it. */
    public static Input ofService(String topic) {
        return new Input(topic, Kind.SERVICE);
    }

    /** A topic of one partition that concerns every customer: rates, policies. */
    public static Input ofReference(String topic) {
        return new Input(topic, Kind.REFERENCE);
    }

    boolean carriesTicks() {
        return kind == Kind.SERVICE;
    }

    boolean isReference() {
        return kind == Kind.REFERENCE;
    }

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
