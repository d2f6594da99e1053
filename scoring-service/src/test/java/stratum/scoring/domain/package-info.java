/** Tests of the rules themselves: tables, and laws over random paths. */
@NullMarked
package stratum.scoring.domain;

import org.jspecify.annotations.NullMarked;
