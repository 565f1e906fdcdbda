package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("funeral_directors")
record FuneralDirectorRow(
    @Id UUID userId, String company, String phone, String status, Instant registeredAt) {

  static FuneralDirectorRow from(FuneralDirector director) {
    return new FuneralDirectorRow(
        director.user().value(),
        director.company(),
        director.phone(),
        director.status().code(),
        director.registeredAt());
  }

  FuneralDirector toDomain() {
    return new FuneralDirector(
        new UserId(userId),
        company,
        phone,
        Codes.parse(FuneralDirector.Status.class, status),
        registeredAt);
  }
}
