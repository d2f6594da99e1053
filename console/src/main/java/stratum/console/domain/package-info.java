/**
 * What the console knows of the running system at one moment, and what follows from two such moments.
 * Rates, lag and trends are computed here; no clock, no broker and no page.
 */
@NullMarked
package stratum.console.domain;

import org.jspecify.annotations.NullMarked;
