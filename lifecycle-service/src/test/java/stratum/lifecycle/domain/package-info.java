/** The rules as a banker would read them: one decision table per change of stage, and the model behind silence. */
@NullMarked
package stratum.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
