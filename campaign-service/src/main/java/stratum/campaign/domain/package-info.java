/**
 * What an offer is and when it is made: campaigns, occasions, the gates in their order, arbitration and control groups.
 * Pure functions of a customer, an occasion and a moment.
 */
@NullMarked
package stratum.campaign.domain;

import org.jspecify.annotations.NullMarked;
