/**
 * How a service tells over HTTP what is wrong: problem details after RFC 9457, a sentence per mistake.
 */
@NullMarked
package stratum.platform.web;

import org.jspecify.annotations.NullMarked;
