package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.IdempotencyRecordsContract;

class InMemoryIdempotencyRecordsTest implements IdempotencyRecordsContract {
  private final InMemoryIdempotencyRecords records = new InMemoryIdempotencyRecords();

  @Override
  public InMemoryIdempotencyRecords records() {
    return records;
  }

  @Override
  public int schedules() {
    return 10_000;
  }
}
