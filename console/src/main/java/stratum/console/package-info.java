/**
 * The web pages for operations, marketing and relationship managers.
 * The program and its settings; everything else is one package down.
 */
@NullMarked
package stratum.console;

import org.jspecify.annotations.NullMarked;
