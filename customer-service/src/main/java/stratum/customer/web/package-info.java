/**
 * The HTTP face of customer-service.
 * Errors are RFC 9457 problem details.
 */
@NullMarked
package stratum.customer.web;

import org.jspecify.annotations.NullMarked;
