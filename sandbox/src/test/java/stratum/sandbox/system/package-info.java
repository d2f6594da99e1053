/**
 * System tests: the whole road, every part a real process, and what must hold whatever happens to it on the way.
 */
@NullMarked
package stratum.sandbox.system;

import org.jspecify.annotations.NullMarked;
