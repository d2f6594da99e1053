package stratum.sandbox.load;

/** A line of a file of facts, which are numbered from 1. */
sealed interface FactLine {

    long number();

    record Readable(long number, String text) implements FactLine {}

    record Unreadable(long number, String why) implements FactLine {}
}
