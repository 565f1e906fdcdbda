/** Requests over the wire to a real server, with the product on fakes behind it. */
@NullMarked
package dev.stagedoor.web;

import org.jspecify.annotations.NullMarked;
