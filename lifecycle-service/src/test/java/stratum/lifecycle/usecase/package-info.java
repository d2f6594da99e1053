/** Fitting to real and to invented customers, and policies with mistakes. */
@NullMarked
package stratum.lifecycle.usecase;

import org.jspecify.annotations.NullMarked;
