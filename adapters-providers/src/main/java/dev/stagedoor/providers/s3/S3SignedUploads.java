package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.storage.Download;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.storage.StoredObject;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.time.Instant;
import java.util.Optional;

/** Files in one bucket. */
final class S3SignedUploads implements SignedUploads {
  private final S3Addresses addresses;
  private final S3Bucket bucket;

  S3SignedUploads(S3Addresses addresses, S3Bucket bucket) {
    this.addresses = addresses;
    this.bucket = bucket;
  }

  @Override
  public SignedRequest upload(NewObject wanted, Instant until) {
    if (wanted.bytes() > S3.MOST_BYTES) {
      throw new IllegalArgumentException("a file has at most " + S3.MOST_BYTES + " bytes here");
    }
    return addresses.upload(wanted, until);
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) {
    return bucket.find(key);
  }

  @Override
  public SignedRequest download(Download wanted, Instant until) {
    return addresses.download(wanted, until);
  }

  @Override
  public void delete(ObjectKey key) {
    bucket.delete(key);
  }

  @Override
  public String toString() {
    return "files " + bucket;
  }
}
