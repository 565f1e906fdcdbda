package dev.stagedoor.persistence;

import dev.stagedoor.application.LiveSellingPorts;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.LiveSellingStores;
import dev.stagedoor.domain.fixture.AccountBuilder;

/** What the contracts of live selling need of an open persistence. */
public final class TestLiveSelling {
  private TestLiveSelling() {}

  public static LiveSellingStores stores(TestPersistence open) {
    LiveSellingPorts ports = open.ports().liveSelling();
    return new LiveSellingStores(
        ports.workspaces(),
        ports.integrations(),
        ports.consentStates(),
        ports.shows(),
        ports.items(),
        ports.comments(),
        ports.claims(),
        open.ports().invoices(),
        ports.deliveries(),
        ports.contacts());
  }

  public static UserId anAccountOnFile(TestPersistence open) {
    Account account = AccountBuilder.anAccount().active().build();
    open.run(() -> open.ports().accounts().save(account));
    return account.id();
  }
}
