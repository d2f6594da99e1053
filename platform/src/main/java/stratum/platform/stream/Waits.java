package stratum.platform.stream;

/**
 * A record that waits, as it came.
 *
 * @param input place of its topic among the service's inputs; decides the order of facts of the same time
 * @param offset its offset there
 * @param afterTick in a topic that carries ticks: the time of the last tick before it, in milliseconds
 * @param raw its value
 */
record Waits(int input, long offset, long afterTick, byte[] raw) {}
