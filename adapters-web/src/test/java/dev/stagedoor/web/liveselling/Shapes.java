package dev.stagedoor.web.liveselling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The members of answers, as clients know them. A member is {@code name}, {@code name:what} for an
 * object of members of its own, {@code name[]:what} for a list of such, and {@code name?} where it
 * may be absent.
 */
final class Shapes {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          entry("workspace", "id name currency plan members[]:member createdAt"),
          entry("member", "id email displayName"),
          entry(
              "integration",
              "provider connectedProvider? kind displayName description icon methods[] needsSite"
                  + " hasPayPage availability requiredPlan status problem? connectedAt?"
                  + " displayAccount? settings:settings webhookUrl?"),
          entry("settings", "currency? memoTemplate daysUntilDue"),
          entry(
              "show",
              "id workspaceId name status currency platformPostId? startedAt? endedAt? createdAt"),
          entry("item", "id number title priceCents? quantity claimed waiting"),
          entry(
              "claim",
              "id itemNumber itemTitle quantity granted status platformUserId handle commentId?"
                  + " postedAt createdAt"),
          entry("comment", "id platformUserId? handle? text postedAt ignored?"),
          entry(
              "buyer",
              "platformUserId handle items[]:bought totalCents unbilledCents currency invoiceId?"),
          entry("bought", "number title quantity priceCents?"),
          entry(
              "invoice",
              "id showId provider externalId? externalUrl? buyerHandle buyerPlatformId status"
                  + " amountCents currency lineItems[]:line errorMessage? delivery?:delivery sentAt?"
                  + " paidAt? createdAt updatedAt"),
          entry("line", "description quantity priceCents"),
          entry("delivery", "channel status url? reason providerCode? at"));

  private Shapes() {}

  /** Checks that an answer has these members and no other, all the way down. */
  static void check(String members, String answer) {
    if (members.isEmpty()) {
      assertThat(answer).isEmpty();
      return;
    }
    try {
      check("", members, JsonMapper.createDefault().readValue(answer, JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException(answer, e);
    }
  }

  private static void check(String where, String members, JsonNode node) {
    assertThat(node.isObject()).as("%s is an object", where).isTrue();
    List<String> known = new ArrayList<>();
    for (String member : members.split(" ")) {
      String name = member.replaceAll("[^A-Za-z].*", "");
      known.add(name);
      JsonNode value = node.get(name);
      if (value == null || value.isNull()) {
        assertThat(member).as("%s.%s is absent", where, name).contains("?");
      } else {
        check(where + "." + name, member, value, member.replaceAll("[^:]*:?(.*)", "$1"));
      }
    }
    List<String> sent = new ArrayList<>();
    node.entries().forEach(entry -> sent.add(entry.getKey()));
    assertThat(known).as("members of %s", where).containsAll(sent);
  }

  private static void check(String where, String member, JsonNode value, String what) {
    boolean isList = member.contains("[]");
    assertThat(value.isArray()).as("%s is a list", where).isEqualTo(isList);
    if (what.isEmpty()) {
      assertThat(isList || value.isValueNode()).as("%s is plain", where).isTrue();
      return;
    }
    String members = KNOWN.get(what);
    if (isList) {
      value.values().forEach(one -> check(where + "[]", members, one));
    } else {
      check(where, members, value);
    }
  }
}
