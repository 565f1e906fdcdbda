/** What analytics needs of whoever keeps its facts and sums. */
@NullMarked
package dev.stagedoor.domain.analytics.port;

import org.jspecify.annotations.NullMarked;
