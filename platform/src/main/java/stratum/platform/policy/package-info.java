/**
 * The life of a policy, whatever it is about: drafted, reviewed, approved by somebody else, published over Postgres and Kafka.
 * A service that has policies says of which kind, and has the tables {@code policy} and {@code policy_step}.
 */
@NullMarked
package stratum.platform.policy;

import org.jspecify.annotations.NullMarked;
