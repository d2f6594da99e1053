/**
 * Tests of {@code stratum.campaign.domain}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.domain;

import org.jspecify.annotations.NullMarked;
