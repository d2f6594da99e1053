package stratum.benchmarks.contest;

/** Works through all facts in its own way. */
interface Contestant {

    Measured run(Course course) throws InterruptedException;
}
