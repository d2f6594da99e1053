/**
 * What people and programs may ask over HTTP. Answers come from the state of the instance that holds the customer.
 */
@NullMarked
package stratum.lifecycle.web;

import org.jspecify.annotations.NullMarked;
