/** Facts through the real topology, with the exact list of what comes out. */
@NullMarked
package stratum.lifecycle.stream;

import org.jspecify.annotations.NullMarked;
