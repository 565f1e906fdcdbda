package dev.stagedoor.application.port;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs work that commits as a whole or not at all.
 *
 * <p>Nested calls join the outer one. A serialisation failure or deadlock repeats the whole work,
 * three times in all, so it must have no effect outside the database. {@link StoreUnavailable} says
 * that the database cannot be reached. No remote call may be made inside.
 */
public interface UnitOfWork {
  /** Runs work that may write, and returns its result once it is committed. */
  <T> T write(Supplier<T> work);

  /**
   * Does the same for work that many want done at once: it may share its commit with others, whose
   * fate it does not share otherwise, but that {@link StoreUnavailable} tells all of them when the
   * answer to that commit is lost. For few short statements that each take few locks; the work may
   * run on another thread than the caller's. Where locks are held by somebody else it waits only by
   * itself.
   */
  <T> T writeShared(Supplier<T> work);

  /**
   * Makes a way to write one kind of thing that many want written at once: what is asked for at the
   * same time may be handed to {@code write} as one list and share its commit, as for {@link
   * #writeShared}.
   *
   * @param write writes all of a list, and returns what comes of each in their order
   */
  <A, R> Function<A, R> together(Function<List<A>, List<R>> write);

  /**
   * Makes a way to look up one kind of thing that many want to know at once: what is asked for at
   * the same time may be handed to {@code statement} as one list. Whoever asks sees what was
   * committed before, as if it had asked alone.
   *
   * @param statement looks up all of a list, and returns what is known of each in their order
   */
  <A, R> Function<A, R> lookTogether(Function<List<A>, List<R>> statement);

  /** Runs work that may write, until it is committed. */
  void run(Runnable work);

  /** Runs work that only reads, on one snapshot. */
  <T> T read(Supplier<T> work);

  /** Does the same, at less cost, for work that asks for one thing only. */
  <T> T look(Supplier<T> work);

  /**
   * Calls something once the open unit of work, which must be one that may write, is committed;
   * never when it is rolled back. Where that fails, the work is done all the same.
   */
  void afterCommit(Runnable hook);

  /** Tells whether the calling thread is inside a unit of work. */
  boolean isOpen();
}
