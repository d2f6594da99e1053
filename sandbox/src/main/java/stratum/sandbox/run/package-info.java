/**
 * Starts, watches and ends the parts of the system on one machine: broker, registry, database, services, console.
 * Every part is a process of its own and ends with the launcher, however that ends.
 */
@NullMarked
package stratum.sandbox.run;

import org.jspecify.annotations.NullMarked;
