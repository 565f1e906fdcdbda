package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;

/** A store that speaks S3. */
public final class S3 implements AutoCloseable {
  public static final ProviderId ID = new ProviderId("s3");

  /** What one PUT can store, by Amazon's rules. */
  public static final long MOST_BYTES = 5L << 30;

  private final S3Addresses addresses;
  private final StorageProvider provider;

  private S3(S3Addresses addresses, StorageProvider provider) {
    this.addresses = addresses;
    this.provider = provider;
  }

  /** Opens the store. Calls nobody: whether the keys are good shows at the first look-up. */
  public static S3 open(S3Config config, ProviderRuntime runtime) {
    return open(config, runtime, HttpLimits.DEFAULT);
  }

  static S3 open(S3Config config, ProviderRuntime runtime, HttpLimits limits) {
    S3Addresses addresses = new S3Addresses(config, runtime.clock());
    return new S3(
        addresses,
        new StorageProvider(
            ID,
            MOST_BYTES,
            new S3SignedUploads(addresses, new S3Bucket(addresses, runtime, limits))));
  }

  public StorageProvider storageProvider() {
    return provider;
  }

  @Override
  public void close() {
    addresses.close();
  }
}
