/**
 * Tests of {@code stratum.campaign.stream}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.stream;

import org.jspecify.annotations.NullMarked;
