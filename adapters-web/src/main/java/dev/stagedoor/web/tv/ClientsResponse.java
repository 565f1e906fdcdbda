package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of a reseller's clients. */
@Serdeable
public record ClientsResponse(
    List<ClientResponse.Client> clients, int page, int limit, long total) {
  static ClientsResponse from(Page<ClientView> page) {
    return new ClientsResponse(
        page.items().stream().map(ClientResponse.Client::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
