package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.pages.Form;
import java.util.List;

/**
 * The desk of a reseller.
 *
 * @param key makes one client of a form that is sent twice
 */
public record ResellerPage(
    ResellerView standing,
    Page<ClientView> clients,
    String search,
    List<Plan> plans,
    String key,
    Form form) {
  public ResellerPage {
    plans = List.copyOf(plans);
  }
}
