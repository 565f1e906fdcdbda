package dev.stagedoor.providers.localfiles;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Signs addresses of this server, and looks into its folder. */
final class LocalSignedUploads implements SignedUploads {
  private final long maxBytes;
  private final FileShelf shelf;
  private final SignedAddresses addresses;

  LocalSignedUploads(long maxBytes, FileShelf shelf, SignedAddresses addresses) {
    this.maxBytes = maxBytes;
    this.shelf = shelf;
    this.addresses = addresses;
  }

  @Override
  public SignedRequest upload(NewObject wanted, Instant until) {
    if (wanted.bytes() > maxBytes) {
      throw new IllegalArgumentException("a file has at most " + maxBytes + " bytes here");
    }
    Instant end = addresses.checked(until);
    return new SignedRequest(
        "PUT", addresses.upload(wanted, end), Map.of("Content-Type", wanted.mediaType()), end);
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) {
    try {
      Optional<FileShelf.Kept> kept = shelf.open(key);
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      try (FileShelf.Kept file = kept.get()) {
        return Optional.of(file.about());
      }
    } catch (IOException e) {
      throw unavailable("could not be read", e);
    }
  }

  @Override
  public SignedRequest download(Download wanted, Instant until) {
    Instant end = addresses.checked(until);
    return new SignedRequest("GET", addresses.download(wanted, end), Map.of(), end);
  }

  @Override
  public void delete(ObjectKey key) {
    try {
      shelf.delete(key);
    } catch (IOException e) {
      throw unavailable("could not be deleted", e);
    }
  }

  private static ProviderException unavailable(String what, IOException why) {
    return new ProviderException(LocalFiles.ID, Kind.UNAVAILABLE, "a file " + what, null, why);
  }

  @Override
  public String toString() {
    return "files on this machine";
  }
}
