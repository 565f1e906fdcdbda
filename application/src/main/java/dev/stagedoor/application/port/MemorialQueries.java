package dev.stagedoor.application.port;

import dev.stagedoor.application.memorials.DirectorView;
import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialAccess;
import dev.stagedoor.domain.memorials.MemorialId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The read side of memorials. All methods need an open unit of work. */
public interface MemorialQueries {
  /** Lists the memorials an account owns or directs, newest first. */
  Page<MemorialView> runBy(UserId user, PageRequest page);

  /** Lists all memorials, newest first, those whose name or slug contains {@code search}. */
  Page<MemorialView> all(String search, PageRequest page);

  /** Tells who may run and see memorials; those that are not there are left out. */
  Map<MemorialId, MemorialAccess> access(Collection<MemorialId> ids);

  /** Lists funeral directors, oldest first, all or those of one status. */
  Page<DirectorView> directors(Optional<FuneralDirector.Status> status, PageRequest page);

  /** Lists a guest book, newest first; pending and hidden entries only when asked for. */
  Page<GuestBookEntryView> guestBook(MemorialId memorial, boolean approvedOnly, PageRequest page);
}
