package dev.stagedoor.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says that nothing can be kept in a data folder, or that its database does not start. */
public final class FolderUnusable extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private FolderUnusable(String message, IOException cause) {
    super(message, cause);
  }

  static FolderUnusable cannotBeWritten(Path folder, IOException cause) {
    return new FolderUnusable(
        "the data folder " + folder.toAbsolutePath() + " cannot be used: " + reason(cause), cause);
  }

  static FolderUnusable doesNotStart(Path folder, Exception cause) {
    IOException wrapped = cause instanceof IOException io ? io : new IOException(cause);
    String told =
        cause instanceof FileSystemException file
            ? reason(file)
            : String.valueOf(cause.getMessage());
    return new FolderUnusable(
        "the database in " + folder.toAbsolutePath() + " does not start: " + told, wrapped);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "no permission to write " + denied.getFile();
    }
    if (cause instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is a file";
    }
    return String.valueOf(cause.getMessage());
  }
}
