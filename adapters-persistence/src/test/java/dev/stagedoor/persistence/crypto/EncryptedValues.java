package dev.stagedoor.persistence.crypto;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for encrypted values wherever a database can hold any, by their form. */
public final class EncryptedValues {
  private static final String FORM =
      "(^|[\"'',({[])[A-Za-z0-9_-]{1,32}:([A-Za-z0-9+/]{4}){9,}[A-Za-z0-9+/]{2}[A-Za-z0-9+/=]{2}($|[\"'',)}\\]])";

  private EncryptedValues() {}

  /** Returns the columns that hold encrypted values and are no {@link EncryptedColumn}. */
  public static Set<String> outsideOfRegisteredColumns(Connection connection) throws SQLException {
    Set<String> found = columnsWithAny(connection);
    found.removeAll(registered());
    return found;
  }

  static Set<String> registered() {
    return Arrays.stream(EncryptedColumn.values())
        .map(EncryptedColumn::toString)
        .collect(Collectors.toSet());
  }

  /** Returns the columns of any type, documents and bytes included, that hold such a value. */
  static Set<String> columnsWithAny(Connection connection) throws SQLException {
    List<String> searches =
        strings(
            connection,
            """
            select format('select %L where exists (select from %I where %s ~ %L)',
              c.table_name || '.' || c.column_name, c.table_name,
              case c.data_type when 'bytea' then format('encode(%I, ''escape'')', c.column_name)
                else format('%I::text', c.column_name) end,
              '"""
                + FORM
                + """
            ')
            from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
            where table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
            """);
    return searches.isEmpty()
        ? new TreeSet<>()
        : new TreeSet<>(strings(connection, String.join(" union all ", searches)));
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        strings.add(result.getString(1));
      }
    }
    return strings;
  }
}
