/**
 * Tests of the policies as documents.
 */
@NullMarked
package stratum.scoring.usecase;

import org.jspecify.annotations.NullMarked;
