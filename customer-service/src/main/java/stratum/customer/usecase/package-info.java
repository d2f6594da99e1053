/**
 * What customer-service does for those who call it: takes facts in, edits customer files.
 * Reads and writes the JSON shape of facts.
 */
@NullMarked
package stratum.customer.usecase;

import org.jspecify.annotations.NullMarked;
