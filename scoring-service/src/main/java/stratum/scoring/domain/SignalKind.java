package stratum.scoring.domain;

/** What a tier signal announces. */
public enum SignalKind {
    ASSIGNED,
    UPGRADED,
    DOWNGRADED,
    WATCH_STARTED,
    WATCH_ENDED
}
