/**
 * The pages, the stream that keeps them live, and the questions put to the services over HTTP.
 * Words are in messages_en and messages_zh_CN, one switch between them.
 */
@NullMarked
package stratum.console.web;

import org.jspecify.annotations.NullMarked;
