package dev.stagedoor.persistence.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the jobs table that queries name. */
final class JobTables {
  static final String NAME = "jobs";
  static final Table<Record> JOBS = table(name(NAME));
  static final Field<String> TASK_NAME = field(name("task_name"), SQLDataType.CLOB);
  static final Field<String> TASK_INSTANCE = field(name("task_instance"), SQLDataType.CLOB);
  static final Field<Instant> EXECUTION_TIME = field(name("execution_time"), SQLDataType.INSTANT);
  static final Field<Boolean> PICKED = field(name("picked"), SQLDataType.BOOLEAN);
  static final Field<Integer> CONSECUTIVE_FAILURES =
      field(name("consecutive_failures"), SQLDataType.INTEGER);
  static final Field<Instant> LAST_FAILURE = field(name("last_failure"), SQLDataType.INSTANT);

  private JobTables() {}
}
