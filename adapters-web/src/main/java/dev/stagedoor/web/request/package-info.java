/**
 * What is read from every request beside its body: the caller's address, their language, the page
 * of a list they want, and the id that ties log lines and answers together.
 */
@NullMarked
package dev.stagedoor.web.request;

import org.jspecify.annotations.NullMarked;
