package stratum.console.domain;

/** Whether a part answers. */
public enum Health {
    /** It has not answered yet since the console started. */
    STARTING,
    UP,
    /** It answers, and says that it is not ready. */
    BUSY,
    /** It answered before and no longer does. */
    DOWN;

    /** What a part is, seen from outside: what it answered now, and what it was before. */
    public static Health after(Health before, Answer answer) {
        return switch (answer) {
            case READY -> UP;
            case NOT_READY -> before == STARTING ? STARTING : BUSY;
            case NONE -> before == STARTING ? STARTING : DOWN;
        };
    }

    /** What came back when a part was asked for its health. */
    public enum Answer {
        READY,
        NOT_READY,
        NONE
    }
}
