-- A month of a client may cost nothing, and is in the ledger too, so that a repeated renewal is known.

alter table credit_entries drop constraint credit_entries_amount_check;
alter table credit_entries add constraint credit_entries_move_something
  check (amount <> 0 or kind in ('client_created', 'client_renewed'));
