-- The provider may ask for another total than an invoice says, or have taken one: a person must see that.

alter table invoices
  drop constraint invoices_problem_kind_check,
  drop constraint invoices_in_error_say_why;
alter table invoices
  add constraint invoices_problem_kind_check check (problem_kind in (
    'nothing_to_pay', 'refused', 'not_authorised', 'payment_failed', 'total_differs')),
  -- A payment that failed stays in mind after a retry, until the provider says otherwise.
  add constraint invoices_in_error_say_why check (
    case
      when status = 'error' then problem_kind is not null
      when status = 'paid' then problem_kind is null or problem_kind = 'total_differs'
      when status in ('draft', 'sent') then problem_kind is null or problem_kind = 'payment_failed'
      else problem_kind is null
    end);
