package dev.stagedoor.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a database could not be opened, in words for whoever gave its address. */
public final class DatabaseUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is in the way. */
  public enum Reason {
    /** Nobody answers at the address, or not as PostgreSQL does; or the server is busy starting. */
    UNREACHABLE,
    /** The user or the password is not taken. */
    REFUSED,
    /** The server is there, the database is not. */
    ABSENT,
    /** The user may not make tables. */
    FORBIDDEN
  }

  private DatabaseUnusable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Returns what a failure to open a database means, if it is one of the usual ones. */
  static Optional<DatabaseUnusable> from(RuntimeException failure, String jdbcUrl) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(sql -> sql.getSQLState() != null)
        .findFirst()
        .flatMap(sql -> reason(sql.getSQLState()).map(reason -> of(reason, jdbcUrl, sql)));
  }

  private static DatabaseUnusable of(Reason reason, String jdbcUrl, SQLException cause) {
    // What follows the question mark may be a password.
    String address = jdbcUrl.replaceAll("\\?.*", "");
    String told = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new DatabaseUnusable(reason, "the database " + address + what(reason) + told, cause);
  }

  private static String what(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> " cannot be reached: ";
      case REFUSED -> " does not take the user or the password: ";
      case ABSENT -> " does not exist: ";
      case FORBIDDEN -> " does not let this user make tables: ";
    };
  }

  private static Optional<Reason> reason(String sqlState) {
    if (sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.equals("53300")) {
      return Optional.of(Reason.UNREACHABLE);
    }
    if (sqlState.startsWith("28")) {
      return Optional.of(Reason.REFUSED);
    }
    if (sqlState.equals("3D000")) {
      return Optional.of(Reason.ABSENT);
    }
    return sqlState.equals("42501") ? Optional.of(Reason.FORBIDDEN) : Optional.empty();
  }
}
