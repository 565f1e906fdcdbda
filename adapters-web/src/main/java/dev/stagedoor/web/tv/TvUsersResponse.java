package dev.stagedoor.web.tv;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of accounts. */
@Serdeable
public record TvUsersResponse(List<TvUserResponse.User> users, int page, int limit, long total) {
  static TvUsersResponse from(Page<ListedAccount> page) {
    return new TvUsersResponse(
        page.items().stream().map(TvUserResponse.User::from).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
