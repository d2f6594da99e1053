package stratum.sandbox.feed;

/** A row of a file that could not be read, with the reason in one sentence. */
public record BadLine(String file, long line, String why) {}
