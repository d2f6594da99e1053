/**
 * Tests of {@code stratum.campaign.listener}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.listener;

import org.jspecify.annotations.NullMarked;
