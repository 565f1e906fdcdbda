package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.LineItemView;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** One line of what a booking costs. */
@Serdeable
public record LineItemResponse(String code, int quantity, BigDecimal unitPrice, BigDecimal total) {
  static LineItemResponse from(LineItemView line) {
    return new LineItemResponse(
        line.code(), line.quantity(), Decimals.of(line.unit()), Decimals.of(line.total()));
  }
}
