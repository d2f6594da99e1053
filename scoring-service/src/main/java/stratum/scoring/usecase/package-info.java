/**
 * What the service does with the rules: choosing the policy that rules, and telling where a customer stands.
 */
@NullMarked
package stratum.scoring.usecase;

import org.jspecify.annotations.NullMarked;
