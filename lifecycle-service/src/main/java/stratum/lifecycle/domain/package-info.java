/**
 * Where a customer is in its life with the bank, and what threatens to end it: pure functions of policy, facts and date.
 * Implements section 5 of the domain's definitions, with the features of section 3 that it needs.
 */
@NullMarked
package stratum.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
