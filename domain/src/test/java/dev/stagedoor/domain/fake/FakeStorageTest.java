package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FailingStoreContract;
import dev.stagedoor.domain.contract.SignedUploadsContract;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.contract.StorageWorld.Request;
import dev.stagedoor.domain.storage.NewObject;
import dev.stagedoor.domain.storage.ObjectKey;
import dev.stagedoor.domain.storage.port.SignedUploads;
import java.time.Instant;

class FakeStorageTest implements SignedUploadsContract, FailingStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final FakeStorage store = new FakeStorage(new MutableClock(NOW));

  @Override
  public SignedUploads uploads() {
    return store;
  }

  @Override
  public StorageWorld world() {
    return store;
  }

  @Override
  public FailingFarSide farSide() {
    return store;
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public ObjectKey storedFile() {
    ObjectKey key = SignedUploadsContract.aKey();
    store.send(
        Request.of(
            store.upload(new NewObject(key, 1, "text/plain"), NOW.plusSeconds(60)), new byte[1]));
    return key;
  }
}
