/**
 * Tests of the pages, and a console that shows a made-up bank without any other part.
 * Run {@code SampleConsole} to work on the pages alone.
 */
@NullMarked
package stratum.console;

import org.jspecify.annotations.NullMarked;
