/**
 * What the service does around its rules: it reads the policy that rules, and looks customers up.
 * Knows neither Kafka nor HTTP.
 */
@NullMarked
package stratum.lifecycle.usecase;

import org.jspecify.annotations.NullMarked;
