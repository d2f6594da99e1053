/**
 * Tests of the engine, and a driver for the tests of the services.
 */
@NullMarked
package stratum.platform.stream;

import org.jspecify.annotations.NullMarked;
