package stratum.campaign.stream;

/** How a customer is laid out in bytes. A change of it is a new layout. */
final class CustomerLayout {

    static final int CURRENT = 2;

    /** An offer's id is 32 hexadecimal digits. */
    static final int ID_BYTES = 16;

    /** Stands for a feature without a place in the vocabulary; its name follows. */
    static final int BY_NAME = 255;

    static final int LONG = 0;
    static final int DOUBLE = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int TEXT = 4;
    static final int TEXTS = 5;

    private CustomerLayout() {}
}
