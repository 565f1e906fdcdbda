package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.DeliveryId;
import dev.stagedoor.domain.liveselling.SendChannel;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps deliveries in memory. */
public final class InMemoryDeliveryRepository implements DeliveryRepository {
  private final InMemoryStore.Table<DeliveryId, Delivery> table;

  public InMemoryDeliveryRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void save(Delivery delivery) {
    table.put(delivery.id(), delivery);
  }

  @Override
  public List<Delivery> of(InvoiceId invoice) {
    // Of those of one moment, what was stored last is the newest.
    List<Delivery> lastFirst = new ArrayList<>(all().toList());
    Collections.reverse(lastFirst);
    return lastFirst.stream()
        .filter(one -> one.invoice().equals(invoice))
        .sorted(Comparator.comparing(Delivery::at).reversed())
        .toList();
  }

  @Override
  public int privateReplies(ProviderRef page, Instant since) {
    return (int)
        triedReplies()
            .filter(one -> one.page().filter(page::equals).isPresent())
            .filter(one -> !one.at().isBefore(since))
            .count();
  }

  @Override
  public Set<ProviderRef> answered(Collection<ProviderRef> comments) {
    return triedReplies()
        .flatMap(one -> one.to().stream())
        .map(DirectMessage.Recipient::ref)
        .filter(comments::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Delivery> triedReplies() {
    return all()
        .filter(one -> one.channel() == SendChannel.PRIVATE_REPLY)
        .filter(one -> one.status() != Delivery.Status.DEFERRED);
  }

  public Stream<Delivery> all() {
    return table.rows();
  }
}
