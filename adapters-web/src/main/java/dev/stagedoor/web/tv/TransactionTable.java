package dev.stagedoor.web.tv;

import dev.stagedoor.domain.tv.CreditEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes movements of credits as a table for a spreadsheet, to a file that is gone when it has been
 * read: so the database waits for no slow reader, and memory does not grow with the table.
 */
final class TransactionTable implements Consumer<CreditEntry>, AutoCloseable {
  private static final String NAMES =
      "number,created_at,type,amount,balance_after,client_id,description,id\r\n";
  // What a spreadsheet would take for a formula.
  private static final String FORMULA = "=+-@\t\r";

  private final Path file;
  private final BufferedWriter writer;

  private TransactionTable(Path file) throws IOException {
    this.file = file;
    this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /** Returns what some work writes. Closing it removes the file. */
  static InputStream of(Consumer<Consumer<CreditEntry>> work) {
    try {
      Path file = Files.createTempFile("credits", ".csv");
      try (TransactionTable table = new TransactionTable(file)) {
        table.write(NAMES);
        work.accept(table);
      } catch (IOException | RuntimeException | Error broken) {
        Files.delete(file);
        throw broken;
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(CreditEntry entry) {
    write(
        entry.number()
            + ","
            + entry.at()
            + ","
            + entry.kind().code()
            + ","
            + entry.amount()
            + ","
            + entry.balance()
            + ","
            + entry.client().map(client -> "" + client.value()).orElse("")
            + ","
            + text(entry.description())
            + ","
            + entry.id().value()
            + "\r\n");
  }

  /** Quotes a text, and takes from it what would make it a formula. */
  static String text(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  private void write(String line) {
    try {
      writer.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
