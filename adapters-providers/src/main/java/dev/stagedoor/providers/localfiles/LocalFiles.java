package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.providers.support.files.FileAnswer;
import dev.stagedoor.providers.support.files.FileRequest;
import java.time.Clock;

/**
 * Keeps files in a folder of this machine. Who embeds it without the Micronaut server mounts {@link
 * #answer} at {@code /files/} of a server of their own.
 */
public final class LocalFiles {
  public static final ProviderId ID = new ProviderId("local-files");

  /** Where signed addresses lead, below the base address. */
  public static final String PATH = "/files/";

  private final StorageProvider provider;
  private final FileDesk desk;

  private LocalFiles(StorageProvider provider, FileDesk desk) {
    this.provider = provider;
    this.desk = desk;
  }

  /**
   * Opens the store; its folder is made when the first file comes. There is nothing to close.
   * Several may be open on one folder, also with keys and clocks of their own.
   */
  public static LocalFiles open(LocalFilesConfig config, Clock clock) {
    FileShelf shelf = new FileShelf(config.folder(), clock);
    SignedAddresses addresses = new SignedAddresses(config, clock);
    return new LocalFiles(
        new StorageProvider(
            ID, config.maxBytes(), new LocalSignedUploads(config.maxBytes(), shelf, addresses)),
        new FileDesk(shelf, addresses));
  }

  public StorageProvider storageProvider() {
    return provider;
  }

  /**
   * Answers what a browser asks below {@link #PATH}, by the key that stands there: PUT, GET and
   * HEAD; refuses the rest. Blocks while it takes a file in. CORS is left to the server around it.
   */
  public FileAnswer answer(FileRequest request) {
    return desk.answer(request);
  }
}
