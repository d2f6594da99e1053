/** The pages in both languages, and the stream that keeps them live. */
@NullMarked
package stratum.console.web;

import org.jspecify.annotations.NullMarked;
