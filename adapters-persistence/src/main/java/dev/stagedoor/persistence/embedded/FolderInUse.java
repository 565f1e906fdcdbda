package dev.stagedoor.persistence.embedded;

import java.nio.file.Path;

/** Says that another running server has the data folder. */
public final class FolderInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderInUse(Path folder) {
    super(
        "The data folder "
            + folder.toAbsolutePath()
            + " is used by another server that is running. Stop that one, give this one a folder of"
            + " its own, or give both the same external database.");
  }
}
