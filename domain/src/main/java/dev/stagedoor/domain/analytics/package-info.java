/**
 * What happened, as facts that are added up: who came, what is paid, what resellers spend, how the
 * server does. Facts are kept for good; what is shown comes from sums of them.
 */
@NullMarked
package dev.stagedoor.domain.analytics;

import org.jspecify.annotations.NullMarked;
