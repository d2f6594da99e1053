package stratum.customer.store;

/** The advisory locks of this service's database; each is a number of its own. */
final class Locks {

    static final long OUTBOX = 0x73747261_6f757462L;
    static final long CLOCK = 0x73747261_636c6f63L;
    static final long CARE = 0x73747261_63617265L;
    static final long RELATIONSHIPS = 0x73747261_72656c61L;

    private Locks() {}
}
