/**
 * What a customer's features, score and tier are: pure functions of the facts, the policy and the date.
 * Nothing here knows a framework, a clock or a stream.
 */
@NullMarked
package stratum.scoring.domain;

import org.jspecify.annotations.NullMarked;
