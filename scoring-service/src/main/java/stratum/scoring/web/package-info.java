/**
 * Scores over HTTP, from the state of the instance that holds the customer.
 */
@NullMarked
package stratum.scoring.web;

import org.jspecify.annotations.NullMarked;
