package dev.stagedoor.domain.memorials.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import java.util.Optional;

/** Keeps funeral directors. All methods need an open unit of work. */
public interface FuneralDirectorRepository {
  Optional<FuneralDirector> find(UserId user);

  /** Finds and locks a director until the unit of work ends. */
  Optional<FuneralDirector> lock(UserId user);

  /** Inserts or updates. */
  void save(FuneralDirector director);
}
