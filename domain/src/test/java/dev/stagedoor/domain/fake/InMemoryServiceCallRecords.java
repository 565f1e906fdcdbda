package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.services.port.ServiceCallRecords;
import java.time.Instant;

/** Remembers signed calls in memory. */
public final class InMemoryServiceCallRecords implements ServiceCallRecords {
  private final InMemoryStore.Table<String, Call> table;

  private record Call(String signature, Instant signedAt) {}

  public InMemoryServiceCallRecords(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public boolean add(String signature, Instant signedAt) {
    if (table.lock(signature).isPresent()) {
      return false;
    }
    table.put(signature, new Call(signature, signedAt));
    return true;
  }

  @Override
  public void forget(Instant before) {
    table
        .rows()
        .filter(call -> call.signedAt().isBefore(before))
        .forEach(call -> table.remove(call.signature()));
  }
}
