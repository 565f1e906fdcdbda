package dev.stagedoor.application.fake;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.contract.DiscoveryQueriesContract;
import dev.stagedoor.application.contract.ViewingsContract;
import java.util.function.Supplier;

class InMemoryDiscoveryTest implements DiscoveryQueriesContract, ViewingsContract {
  private final InMemoryStagedoor house = new InMemoryStagedoor();

  @Override
  public TvPorts ports() {
    return house.tvPorts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return house.unitOfWork().write(work);
  }
}
