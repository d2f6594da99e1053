/**
 * Tests of {@code stratum.campaign.web}.
 * Named so that they read aloud.
 */
@NullMarked
package stratum.campaign.web;

import org.jspecify.annotations.NullMarked;
