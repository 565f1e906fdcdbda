package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was chosen, inside the row of its booking. */
@Serdeable
record SelectionJson(
    @Nullable String tier,
    boolean photography,
    boolean audioVisualSupport,
    boolean liveMusician,
    int usbDrives) {

  static SelectionJson from(Selection selection) {
    Selection.Addons addons = selection.addons();
    return new SelectionJson(
        selection.tier().map(Tier::code).orElse(null),
        addons.photography(),
        addons.audioVisualSupport(),
        addons.liveMusician(),
        addons.usbDrives());
  }

  Selection toDomain() {
    return new Selection(
        Optional.ofNullable(tier).map(Tier::parse),
        new Selection.Addons(photography, audioVisualSupport, liveMusician, usbDrives));
  }
}
