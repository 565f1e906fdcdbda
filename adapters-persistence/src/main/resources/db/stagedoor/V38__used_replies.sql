-- A new reason why a link is the operator's to send: the comments have had their one reply.

alter table deliveries
  drop constraint deliveries_reason_check,
  add constraint deliveries_reason_check check (reason in (
    'reply_to_comment', 'inside_window', 'no_page', 'no_comment', 'comment_too_old', 'reply_used',
    'window_closed', 'rate_cap', 'refused', 'platform_away', 'may_have_arrived', 'no_link'));
