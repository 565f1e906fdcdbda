package dev.stagedoor.persistence.crypto;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts every value that has an old key with the active one, while servers go on reading and
 * writing.
 *
 * <p>Goes through each column by primary key, a batch at a time, each in a transaction of its own.
 * A value is replaced only while it is the one that was read, so nobody's write is lost; a value
 * that changed meanwhile is read again. Nothing is noted anywhere: a value names its key, so a
 * rotation that was cut off is finished by the next. Every value is read, those of the active key
 * too, so what cannot be read is found.
 */
@Singleton
public final class KeyRotation {
  /** Few enough to be held for a moment only, with bodies of mails in them. */
  static final int BATCH = 200;

  /** How a value begins: the key's id, and as much of the rest as there is at least. */
  private static final String ENCRYPTED = "^([A-Za-z0-9_-]{1,32}):[A-Za-z0-9+/]{38}";

  private static final int BEGINNING = 32 + 1 + 38;

  private final JdbcUnitOfWork work;
  private final DSLContext sql;
  private final ColumnCipher cipher;

  KeyRotation(JdbcUnitOfWork work, DSLContext sql, ColumnCipher cipher) {
    this.work = work;
    this.sql = sql;
    this.cipher = cipher;
  }

  /**
   * Goes through all columns once.
   *
   * @throws IllegalStateException inside a unit of work
   */
  public RotationReport rotate(RotationWatcher watcher) {
    return rotate(EncryptedColumn.all(), watcher);
  }

  RotationReport rotate(List<Column> columns, RotationWatcher watcher) {
    List<Walk> walks = columns.stream().map(column -> new Walk(column, watcher)).toList();
    walks.forEach(Walk::go);
    List<RotationReport.OfColumn> done = walks.stream().map(Walk::report).toList();
    SortedMap<String, Long> needed = new TreeMap<>();
    cipher.readable().forEach(key -> needed.put(key, 0L));
    needed.remove(cipher.active());
    done.forEach(
        column -> column.stillNeeded().forEach((key, n) -> needed.merge(key, n, Long::sum)));
    return new RotationReport(cipher.active(), done, needed);
  }

  /** A value as it was found. */
  private record Row(List<Object> key, String stored) {}

  /** The way through one column. */
  private final class Walk {
    private final Column column;
    private final RotationWatcher watcher;
    private final Table<?> table;
    private final Field<String> value;
    private final List<Field<Object>> key;
    private long reencrypted;
    private long alreadyActive;
    private long unreadable;

    Walk(Column column, RotationWatcher watcher) {
      this.column = column;
      this.watcher = watcher;
      this.table = DSL.table(DSL.name(column.table()));
      this.value = DSL.field(DSL.name(column.name()), String.class);
      this.key =
          column.key().stream().map(part -> DSL.field(DSL.name(part), Object.class)).toList();
    }

    void go() {
      List<Row> rows = work.alone(() -> read(DSL.noCondition()));
      while (!rows.isEmpty()) {
        settle(rows);
        watcher.advanced(column.toString(), reencrypted + alreadyActive + unreadable);
        List<Object> last = rows.get(rows.size() - 1).key();
        rows = work.alone(() -> read(after(last)));
      }
    }

    RotationReport.OfColumn report() {
      return new RotationReport.OfColumn(
          column.toString(), reencrypted, alreadyActive, unreadable, work.alone(this::stillNeeded));
    }

    private void settle(List<Row> rows) {
      List<Row> left = rows;
      while (!left.isEmpty()) {
        List<Row> changed = reencrypt(left);
        left = changed.isEmpty() ? changed : work.alone(() -> readAgain(changed));
      }
    }

    /** Returns the rows that somebody has changed since they were read. */
    private List<Row> reencrypt(List<Row> rows) {
      List<Row> old = new ArrayList<>();
      List<String> fresh = new ArrayList<>();
      for (Row row : rows) {
        Place place = column.at(row.key());
        Secret read = read(place, row.stored());
        if (read == null) {
          unreadable++;
        } else if (cipher.isOfActiveKey(row.stored())) {
          alreadyActive++;
        } else {
          old.add(row);
          fresh.add(cipher.encrypt(place, read));
        }
      }
      if (old.isEmpty()) {
        return old;
      }
      int[] replaced = work.alone(() -> replace(old, fresh));
      List<Row> changed =
          IntStream.range(0, replaced.length)
              .filter(i -> replaced[i] == 0)
              .mapToObj(old::get)
              .toList();
      reencrypted += old.size() - changed.size();
      return changed;
    }

    private @Nullable Secret read(Place place, String stored) {
      try {
        return cipher.decrypt(place, stored);
      } catch (UnreadableValue found) {
        watcher.unreadable(column.toString(), place.row(), found.why());
        return null;
      }
    }

    private List<Row> read(Condition which) {
      return sql.select(key)
          .select(value)
          .from(table)
          .where(value.isNotNull(), which)
          .orderBy(key)
          .limit(BATCH)
          .fetch(this::row);
    }

    private List<Row> readAgain(List<Row> rows) {
      return rows.stream().flatMap(row -> read(is(row.key())).stream()).toList();
    }

    private Row row(Record found) {
      return new Row(key.stream().<Object>map(found::get).toList(), found.get(value));
    }

    private int[] replace(List<Row> rows, List<String> fresh) {
      Row first = rows.get(0);
      BatchBindStep batch =
          sql.batch(
              sql.update(table)
                  .set(value, fresh.get(0))
                  .where(is(first.key()), value.eq(first.stored())));
      for (int i = 0; i < rows.size(); i++) {
        List<Object> binds = new ArrayList<>();
        binds.add(fresh.get(i));
        binds.addAll(rows.get(i).key());
        binds.add(rows.get(i).stored());
        batch = batch.bind(binds.toArray());
      }
      return batch.execute();
    }

    private Condition is(List<Object> row) {
      return DSL.condition("({0}) = ({1})", DSL.list(key), DSL.list(values(row)));
    }

    private Condition after(List<Object> row) {
      return DSL.condition("({0}) > ({1})", DSL.list(key), DSL.list(values(row)));
    }

    private static List<Param<Object>> values(List<Object> row) {
      return row.stream().map(DSL::val).toList();
    }

    private SortedMap<String, Long> stillNeeded() {
      Field<String> id =
          DSL.field(
              "substring(left({0}, {1}) from {2})",
              String.class, value, DSL.val(BEGINNING), DSL.val(ENCRYPTED));
      SortedMap<String, Long> needed = new TreeMap<>();
      sql.select(id, DSL.count())
          .from(table)
          .groupBy(DSL.field("1"))
          .forEach(
              counted -> {
                String name = counted.value1();
                if (name != null && !name.equals(cipher.active())) {
                  needed.put(name, counted.value2().longValue());
                }
              });
      return needed;
    }
  }
}
