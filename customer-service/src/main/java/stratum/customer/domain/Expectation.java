package stratum.customer.domain;

/** What an editor takes a customer file to be while editing it. */
@FunctionalInterface
public interface Expectation {

    /** Whether a file of this version is what the editor expects; version 0 is no file. */
    boolean holds(long version);

    /** The editor does not mind what is there. */
    static Expectation anything() {
        return version -> true;
    }

    /** There is a file, of whatever version. */
    static Expectation present() {
        return version -> version > 0;
    }

    /** There is no file yet. */
    static Expectation absent() {
        return version -> version == 0;
    }

    /** The file is of exactly this version. */
    static Expectation version(long expected) {
        return version -> version == expected;
    }
}
