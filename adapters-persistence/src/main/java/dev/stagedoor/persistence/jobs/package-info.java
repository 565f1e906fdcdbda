/**
 * Adds jobs in the transaction that wants them done, and runs them with db-scheduler: on any number
 * of instances, each job on one of them at a time, again after failures and crashes until it is
 * done.
 */
@NullMarked
package dev.stagedoor.persistence.jobs;

import org.jspecify.annotations.NullMarked;
