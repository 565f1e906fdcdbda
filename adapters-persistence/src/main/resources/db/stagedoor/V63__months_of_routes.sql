-- Requests by group of routes are added up by months too, as a year of days takes long to read.

alter table analytics_requests drop constraint analytics_requests_span_check;
alter table analytics_requests
  add constraint analytics_requests_span_check
    check (span in ('month', 'day', 'quarter_day', 'hour', 'quarter_hour'));

insert into analytics_requests (span, start, device, route, requests, errors, refusals, latencies)
with days as (
  select date_trunc('month', start, 'UTC') as month, route, requests, errors, refusals, latencies
  from analytics_requests
  where span = 'day' and device = ''
), latencies as (
  select month, route, array_agg(requests order by slot) as latencies
  from (
    select month, route, slot, cast(sum(slots.requests) as bigint) as requests
    from days cross join unnest(latencies) with ordinality as slots (requests, slot)
    group by month, route, slot) as sums
  group by month, route
)
select 'month', month, '', route, sum(requests), sum(errors), sum(refusals), coalesce(latencies.latencies, '{}')
from days left join latencies using (month, route)
group by month, route, latencies.latencies;
