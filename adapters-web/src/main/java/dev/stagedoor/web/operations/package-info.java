/** What operators and admins ask: health, deliveries, jobs, languages. */
@NullMarked
package dev.stagedoor.web.operations;

import org.jspecify.annotations.NullMarked;
