/**
 * Scoring on Kafka: the bank's facts in, scores and tier signals out.
 */
@NullMarked
package stratum.scoring.stream;

import org.jspecify.annotations.NullMarked;
