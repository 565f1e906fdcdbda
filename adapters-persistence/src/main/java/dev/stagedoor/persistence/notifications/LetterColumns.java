package dev.stagedoor.persistence.notifications;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.Wording;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;

/** What a letter says, in the columns that templates and notifications have alike. */
@Singleton
final class LetterColumns {
  static final List<Field<?>> ALL =
      List.of(NotificationTables.CATEGORY, NotificationTables.VARIABLES, NotificationTables.TEXTS);

  private static final String SUBJECT = "subject";
  private static final String BODY = "body";
  private static final Argument<List<String>> NAMES = Argument.listOf(String.class);
  private static final Argument<Map<String, String>> VALUES =
      Argument.mapOf(String.class, String.class);
  private static final Argument<Map<String, Map<String, String>>> BY_LANGUAGE =
      Argument.mapOf(Argument.of(String.class), VALUES);

  private final Documents documents;

  LetterColumns(Documents documents) {
    this.documents = documents;
  }

  Map<Field<?>, Object> of(Letter letter) {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    letter
        .texts()
        .forEach(
            (language, wording) ->
                texts.put(
                    language.code(), Map.of(SUBJECT, wording.subject(), BODY, wording.body())));
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(NotificationTables.CATEGORY, letter.category().code());
    columns.put(
        NotificationTables.VARIABLES,
        JSONB.valueOf(documents.write(List.copyOf(letter.variables()))));
    columns.put(NotificationTables.TEXTS, JSONB.valueOf(documents.write(texts)));
    return columns;
  }

  Letter letter(Record row) {
    Map<Language, Wording> texts = new EnumMap<>(Language.class);
    documents
        .read(row.get(NotificationTables.TEXTS).data(), BY_LANGUAGE)
        .forEach(
            (language, text) ->
                texts.put(
                    Codes.parse(Language.class, language),
                    new Wording(text.getOrDefault(SUBJECT, ""), text.getOrDefault(BODY, ""))));
    return new Letter(
        Codes.parse(Category.class, row.get(NotificationTables.CATEGORY)),
        new TreeSet<>(documents.read(row.get(NotificationTables.VARIABLES).data(), NAMES)),
        texts);
  }

  JSONB values(Map<String, String> values) {
    return JSONB.valueOf(documents.write(new TreeMap<>(values)));
  }

  Map<String, String> values(JSONB document) {
    return documents.read(document.data(), VALUES);
  }
}
