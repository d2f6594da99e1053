package stratum.console.domain;

/** The offsets that one partition holds: from {@code start} up to, and without, {@code end}. */
public record Span(long start, long end) {

    public long size() {
        return end - start;
    }
}
