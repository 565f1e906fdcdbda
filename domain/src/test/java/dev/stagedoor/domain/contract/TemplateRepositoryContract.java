package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.NotificationSamples.aLetter;
import static dev.stagedoor.domain.fixture.NotificationSamples.aTemplate;
import static dev.stagedoor.domain.fixture.NotificationSamples.aTemplateId;
import static dev.stagedoor.domain.fixture.NotificationSamples.aTemplateKey;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import dev.stagedoor.domain.notifications.Wording;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of templates must do. */
public interface TemplateRepositoryContract extends RepositoryContract {
  TemplateRepository templates();

  @Test
  default void whatIsUnknownIsAbsent() {
    onFile(aTemplate(aLetter(Category.PRODUCT)));

    assertThat(write(() -> templates().find(aTemplateId()))).isEmpty();
    assertThat(write(() -> templates().findByKey(aTemplateKey()))).isEmpty();
  }

  @Test
  default void aTemplateComesBackAsItWasSaved() {
    Template plain = onFile(aTemplate(aLetter(Category.MARKETING)));
    Template odd =
        onFile(
            Template.builtIn(
                aTemplateId(),
                aTemplateKey(),
                new Letter(
                    Category.ACCOUNT,
                    Set.of(),
                    Map.of(
                        Language.EN, new Wording("'\"\\ {x}", "a\n\n\tb <b>&amp;</b>"),
                        Language.AR, new Wording("مرحبا", "नमस्ते {{name}}"))),
                NOW.plusSeconds(1)));

    for (Template saved : List.of(plain, odd)) {
      assertSame(stored(saved.id()), saved);
      assertSame(write(() -> templates().findByKey(saved.key())).orElseThrow(), saved);
    }
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Template saved = onFile(aTemplate(aLetter(Category.MARKETING)));
    Letter next =
        new Letter(Category.PRODUCT, Set.of(), Map.of(Language.EN, new Wording("New", "Text")));
    change(saved.id(), next);

    Template stored = stored(saved.id());
    assertThat(stored.letter()).isEqualTo(next);
    assertThat(stored.changedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(stored.createdAt()).isEqualTo(NOW);
    assertThat(stored.version()).isEqualTo(2);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Template saved = onFile(aTemplate(aLetter(Category.MARKETING)));
    write(
        () -> {
          stored(saved.id()).change(aLetter(Category.PRODUCT), NOW);
          return true;
        });

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefused() {
    Template saved = onFile(aTemplate(aLetter(Category.MARKETING)));
    Template mine = stored(saved.id());
    change(saved.id(), aLetter(Category.ACCOUNT));
    mine.change(aLetter(Category.PRODUCT), NOW);

    assertStale(() -> run(() -> templates().save(mine)));
    assertStale(() -> run(() -> templates().save(saved)));
    assertThat(stored(saved.id()).letter().category()).isEqualTo(Category.ACCOUNT);
  }

  @Test
  default void ofManyWhoTakeAKeyOneDoes() {
    String key = aTemplateKey();

    assertThat(Race.of(4, () -> takes(key))).containsOnlyOnce(true);

    Template second = Template.make(aTemplateId(), key, aLetter(Category.ACCOUNT), NOW);
    assertRefused(NotificationError.TEMPLATE_KEY_TAKEN, () -> run(() -> templates().save(second)));
  }

  @Test
  default void templatesAreListedByKey() {
    Template b = onFile(Template.make(aTemplateId(), "b" + aTemplateKey(), letter(), NOW));
    Template a = onFile(Template.make(aTemplateId(), "a" + aTemplateKey(), letter(), NOW));
    List<TemplateId> mine = List.of(a.id(), b.id());

    assertThat(write(() -> templates().all()))
        .extracting(Template::id)
        .filteredOn(mine::contains)
        .containsExactly(a.id(), b.id());
  }

  @Test
  default void whatIsRemovedIsGoneAndItsKeyIsFree() {
    Template saved = onFile(aTemplate(aLetter(Category.MARKETING)));
    Template other = onFile(aTemplate(aLetter(Category.MARKETING)));
    run(() -> templates().remove(saved.id()));
    run(() -> templates().remove(saved.id()));

    assertThat(write(() -> templates().find(saved.id()))).isEmpty();
    assertSame(stored(other.id()), other);
    onFile(Template.make(aTemplateId(), saved.key(), letter(), NOW));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Template template = aTemplate(aLetter(Category.PRODUCT));

    assertNeedsUnitOfWork(() -> templates().find(template.id()));
    assertNeedsUnitOfWork(() -> templates().all());
    assertNeedsUnitOfWork(() -> templates().save(template));
    assertNeedsUnitOfWork(() -> templates().remove(template.id()));
  }

  private static Letter letter() {
    return aLetter(Category.PRODUCT);
  }

  private boolean takes(String key) {
    try {
      run(
          () ->
              templates().save(Template.make(aTemplateId(), key, aLetter(Category.PRODUCT), NOW)));
      return true;
    } catch (DomainException refused) {
      assertThat(refused.code()).isEqualTo(NotificationError.TEMPLATE_KEY_TAKEN);
      return false;
    }
  }

  private Template onFile(Template template) {
    run(() -> templates().save(template));
    return template;
  }

  private Template stored(TemplateId id) {
    return write(() -> templates().find(id)).orElseThrow();
  }

  private void change(TemplateId id, Letter next) {
    run(
        () -> {
          Template found = templates().find(id).orElseThrow();
          found.change(next, NOW.plusSeconds(9));
          templates().save(found);
        });
  }

  private static void assertSame(Template stored, Template saved) {
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(saved.snapshot());
  }
}
