package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of contacts must do. */
public interface ContactRepositoryContract extends LiveSellingContract {
  private ContactRepository contacts() {
    return stores().contacts();
  }

  @Test
  default void anUnknownContactIsAbsent() {
    Contact contact = onFile(aContact().is("ada"));

    assertThat(stored(contact.workspace(), aRef())).isEmpty();
    assertThat(stored(aWorkspaceId(), contact.person())).isEmpty();
    assertThat(ofBuyer(contact.workspace(), "grace")).isEmpty();
    assertThat(ofBuyer(aWorkspaceId(), "ada")).isEmpty();
  }

  @Test
  default void aContactComesBackAsItWasSavedByPersonAndByBuyer() {
    Contact unknown = onFile(aContact());
    Contact known = onFile(aContact().is("Zoë \"1\"").wrote(NOW));

    assertThat(stored(unknown.workspace(), unknown.person())).contains(unknown);
    assertThat(stored(known.workspace(), known.person())).contains(known);
    assertThat(ofBuyer(known.workspace(), "Zoë \"1\"")).contains(known);
  }

  @Test
  default void whatBecomesKnownIsAdded() {
    Contact contact = onFile(aContact());
    Contact wrote = onFile(contact.wrote(NOW));
    Contact known = onFile(wrote.is("ada"));
    Contact again = onFile(known.wrote(NOW.plusSeconds(1)));

    assertThat(stored(contact.workspace(), contact.person())).contains(again);
  }

  @Test
  default void whatOthersFoundOutMeanwhileIsNotForgotten() {
    Contact before = onFile(aContact());
    onFile(before.is("ada"));
    onFile(before.wrote(NOW));
    onFile(before.wrote(NOW.minusSeconds(1)));

    assertThat(stored(before.workspace(), before.person())).contains(before.is("ada").wrote(NOW));
  }

  @Test
  default void aBuyersFormerContactNoLongerIsTheBuyers() {
    Contact former = onFile(aContact().is("ada").wrote(NOW));
    Contact now =
        onFile(new Contact(former.workspace(), aRef(), Optional.of("ada"), Optional.empty()));
    Contact elsewhere = onFile(aContact().is("ada"));

    assertThat(ofBuyer(former.workspace(), "ada")).contains(now);
    assertThat(stored(former.workspace(), former.person()))
        .contains(
            new Contact(former.workspace(), former.person(), Optional.empty(), Optional.of(NOW)));
    assertThat(ofBuyer(elsewhere.workspace(), "ada")).contains(elsewhere);
  }

  @Test
  default void workspacesKeepContactsOfTheirOwn() {
    Contact mine = onFile(aContact().is("ada").wrote(NOW));
    Contact theirs =
        onFile(new Contact(aWorkspaceOnFile(), mine.person(), Optional.empty(), Optional.empty()));

    assertThat(stored(mine.workspace(), mine.person())).contains(mine);
    assertThat(stored(theirs.workspace(), mine.person())).contains(theirs);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Contact contact = aContact();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      contacts().save(contact);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(stored(contact.workspace(), contact.person())).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Contact contact = aContact();

    assertNeedsUnitOfWork(() -> contacts().find(contact.workspace(), contact.person()));
    assertNeedsUnitOfWork(() -> contacts().ofBuyer(contact.workspace(), "ada"));
    assertNeedsUnitOfWork(() -> contacts().save(contact));
  }

  private Contact aContact() {
    return new Contact(aWorkspaceOnFile(), aRef(), Optional.empty(), Optional.empty());
  }

  private Contact onFile(Contact contact) {
    run(() -> contacts().save(contact));
    return contact;
  }

  private Optional<Contact> stored(WorkspaceId workspace, ProviderRef person) {
    return write(() -> contacts().find(workspace, person));
  }

  private Optional<Contact> ofBuyer(WorkspaceId workspace, String buyer) {
    return write(() -> contacts().ofBuyer(workspace, buyer));
  }
}
