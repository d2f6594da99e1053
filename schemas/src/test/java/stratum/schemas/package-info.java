/**
 * Tests of the catalogue and its schemas, and a serde without a registry for the tests of the services.
 * The real registry is met in the sandbox's tests.
 */
@NullMarked
package stratum.schemas;

import org.jspecify.annotations.NullMarked;
