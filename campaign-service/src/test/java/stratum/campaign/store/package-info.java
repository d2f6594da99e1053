/**
 * Tests of {@code stratum.campaign.store}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.store;

import org.jspecify.annotations.NullMarked;
