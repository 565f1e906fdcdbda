/**
 * What every answer has, whatever it is about: a request id, the headers that tell browsers what it
 * may do, and one line in the access log.
 */
@NullMarked
package dev.stagedoor.web.observe;

import org.jspecify.annotations.NullMarked;
