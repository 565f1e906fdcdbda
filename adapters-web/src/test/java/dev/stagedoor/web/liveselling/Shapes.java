package dev.stagedoor.web.liveselling;

import static java.util.Map.entry;

import dev.stagedoor.web.Members;
import java.util.Map;

/** The members of answers of live selling, as clients know them. */
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
    new Members(KNOWN).check(members, answer);
  }
}
