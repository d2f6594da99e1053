package stratum.campaign.domain;

/**
 * Why a campaign makes no offer.
 *
 * @param detail what the reason rests on, in words
 */
public record Withheld(Why why, String detail) {

    /** The gate that failed, in the order in which they are passed, or what came after them. */
    public enum Why {
        CONDITION,
        SUITABILITY,
        CONSENT,
        COMPLAINT,
        COOL_DOWN,
        FREQUENCY,
        BUDGET,
        /** It waits, and is decided again when the quiet hours end. */
        QUIET_HOURS,
        CONTROL,
        OUTRANKED,
        /** While it waited, another fact took the reason away. */
        VANISHED
    }
}
