package stratum.scoring.domain;

/** What a tier signal announces. */
public enum SignalKind {
    /** The first tier; or a new one, where a new policy no longer has the tier held. */
    ASSIGNED,
    /** A higher tier. */
    UPGRADED,
    /** A lower tier, after a watch. */
    DOWNGRADED,
    /** The tier held is at risk, with the date on which it would be lost. */
    WATCH_STARTED,
    /** It no longer is. */
    WATCH_ENDED,
    /** Little is missing for the tier above. */
    NEAR_UPGRADE,
    /** The tier was set by hand. */
    OVERRIDDEN,
    /** The tier set by hand no longer holds; the tier is again the one that the rules give. */
    OVERRIDE_ENDED
}
