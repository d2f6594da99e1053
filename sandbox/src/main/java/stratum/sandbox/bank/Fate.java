package stratum.sandbox.bank;

/** What becomes of a customer. */
public enum Fate {
    STEADY,
    /** Promotion or inheritance: across a border of tiers, upward. */
    CLIMBS,
    /** A house bought, a job lost: across a border of tiers, downward. */
    FALLS,
    /** Opens an account and hardly ever uses it. */
    NEVER_ACTIVATES,
    /** Comes less and less. */
    THINS_OUT,
    /** The salary goes elsewhere, and life follows it. */
    SALARY_LEAVES,
    /** The balance goes to another bank. */
    MOVES_BALANCE,
    /** From one day to the next, nothing more. */
    FALLS_SILENT,
    /** Closes everything in due form. */
    CLOSES_ALL;

    boolean leaves() {
        return ordinal() >= THINS_OUT.ordinal();
    }
}
