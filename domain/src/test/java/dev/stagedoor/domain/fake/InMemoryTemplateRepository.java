package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.TemplateId;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps templates in memory. */
public final class InMemoryTemplateRepository implements TemplateRepository {
  private final InMemoryStore.Table<TemplateId, Template.Snapshot> table;

  public InMemoryTemplateRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Template> find(TemplateId id) {
    return table.find(id).map(Template::restore);
  }

  @Override
  public Optional<Template> findByKey(String key) {
    return table.rows().filter(row -> row.key().equals(key)).findFirst().map(Template::restore);
  }

  @Override
  public List<Template> all() {
    return table
        .rows()
        .sorted(Comparator.comparing(Template.Snapshot::key))
        .map(Template::restore)
        .toList();
  }

  @Override
  public void save(Template template) {
    Template.Snapshot now = template.snapshot();
    boolean isTaken =
        table.rows().anyMatch(row -> row.key().equals(now.key()) && !row.id().equals(now.id()));
    if (isTaken) {
      throw new DomainException(NotificationError.TEMPLATE_KEY_TAKEN);
    }
    table.put(
        now.id(),
        new Template.Snapshot(
            now.id(),
            now.key(),
            now.isBuiltIn(),
            now.letter(),
            now.createdAt(),
            now.changedAt(),
            now.version() + 1),
        Template.Snapshot::version,
        now.version());
  }

  @Override
  public void remove(TemplateId id) {
    table.remove(id);
  }
}
