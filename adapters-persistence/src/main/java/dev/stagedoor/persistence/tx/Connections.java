package dev.stagedoor.persistence.tx;

import javax.sql.DataSource;

/**
 * Where connections outside units of work come from.
 *
 * @param pooled for a statement or two
 * @param lasting for a connection that is kept as long as the process lives
 */
public record Connections(DataSource pooled, DataSource lasting) {}
