package stratum.campaign.stream;

/** How a customer is laid out in bytes. A change of it is a new layout, and old ones stay readable. */
final class CustomerLayout {

    static final int FIRST = 1;

    /** Stands for a feature without a place in the vocabulary; its name follows. */
    static final int BY_NAME = 255;

    static final int LONG = 0;
    static final int DOUBLE = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;

    private CustomerLayout() {}
}
