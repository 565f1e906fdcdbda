package dev.stagedoor.providers.shopify;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points at an invoice: the shop's domain, the draft order's number and our id. Numbers are only
 * good in their shop; and by our id the order is found that outlives its draft. Who tells of an
 * order does not say of which draft it was: then the number is empty.
 */
record ShopifyRef(String shop, Optional<String> draft, InvoiceId invoice) {
  private static final String NO_DRAFT = "order";
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z0-9.-]{1,120})/(order|[0-9]{1,19})/"
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
  private static final String GID = "gid://shopify/DraftOrder/";

  static Optional<ShopifyRef> read(ProviderRef ref) {
    Matcher parts = FORM.matcher(ref.value());
    if (!ref.provider().equals(Shopify.ID) || !parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ShopifyRef(
            parts.group(1),
            Optional.of(parts.group(2)).filter(number -> !number.equals(NO_DRAFT)),
            new InvoiceId(UUID.fromString(parts.group(3)))));
  }

  ProviderRef toProviderRef() {
    return new ProviderRef(Shopify.ID, shop + "/" + draft.orElse(NO_DRAFT) + "/" + invoice.value());
  }

  /** Returns the draft order's id in GraphQL; not to be asked for where it is not known. */
  String gid() {
    return GID + draft.orElse("0");
  }

  /** Returns the number in an id of GraphQL, empty when it is another thing's. */
  static Optional<String> number(String gid) {
    String number = gid.startsWith(GID) ? gid.substring(GID.length()) : "";
    return number.matches("[0-9]{1,19}") ? Optional.of(number) : Optional.empty();
  }

  /** Returns the tag by which draft and order are found; tags of orders have 40 letters at most. */
  static String tag(InvoiceId invoice) {
    return "sd-" + invoice.value().toString().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
