/**
 * Tests of {@code stratum.campaign.usecase}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.usecase;

import org.jspecify.annotations.NullMarked;
