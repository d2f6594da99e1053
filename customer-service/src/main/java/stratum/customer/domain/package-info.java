/**
 * What customer-service decides: which edit of a customer file stands, and what time it is.
 * No input or output, no clock, no framework.
 */
@NullMarked
package stratum.customer.domain;

import org.jspecify.annotations.NullMarked;
