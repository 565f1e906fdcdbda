-- What a suspended account is once it resumes: somebody who was invited still needs a password.

alter table accounts
  add column resumes_as text not null default 'active'
    check (resumes_as in ('registering', 'invited', 'active'));
