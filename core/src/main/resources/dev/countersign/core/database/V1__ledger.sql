-- SPDX-License-Identifier: Apache-2.0
-- The ledger: what was done at the desk, one line of format B an event (FORMATS 2).
-- `line` is the truth, the exact bytes that are exported, without their line feed. The other columns are derived from it and
-- stored nowhere but in the indexes, so that what is searched cannot say anything else than what is hashed.
create table ledger (
  position integer primary key check (position >= 0), -- 0-based, as the record numbers of a log
  line text not null,
  event_hash text generated always as (case when json_valid(line, 2) then json_extract(line, '$.event_hash') end) virtual,
  previous_hash text generated always as (case when json_valid(line, 2) then json_extract(line, '$.previous_hash') end) virtual,
  event_id text generated always as (case when json_valid(line, 2) then json_extract(line, '$.event_id') end) virtual,
  actor_id text generated always as (case when json_valid(line, 2) then json_extract(line, '$.actor_id') end) virtual,
  actor_type text generated always as (case when json_valid(line, 2) then json_extract(line, '$.actor_type') end) virtual,
  action text generated always as (case when json_valid(line, 2) then json_extract(line, '$.action') end) virtual,
  resource_type text generated always as (case when json_valid(line, 2) then json_extract(line, '$.resource_type') end) virtual,
  resource_id text generated always as (case when json_valid(line, 2) then json_extract(line, '$.resource_id') end) virtual,
  outcome text generated always as (case when json_valid(line, 2) then json_extract(line, '$.outcome') end) virtual,
  -- always 27 characters, so that times compare as texts: the fraction is not written when it is zero
  at text generated always as (case when json_valid(line, 2) then
    substr(json_extract(line, '$.timestamp'), 1, 19)
    || substr(coalesce(nullif(rtrim(substr(json_extract(line, '$.timestamp'), 20), 'Z'), ''), '.000000'), 1, 7) || 'Z' end) virtual
) strict;

create unique index ledger_event_id on ledger (event_id);
create unique index ledger_event_hash on ledger (event_hash);
-- two events after the same one would be a fork
create unique index ledger_previous_hash on ledger (previous_hash);
create index ledger_at on ledger (at);
create index ledger_actor on ledger (actor_id, at);
create index ledger_resource on ledger (resource_type, resource_id, at);
create index ledger_action on ledger (action, at);

create trigger ledger_is_not_edited before update on ledger
begin
  select raise(abort, 'the ledger is append-only: no event is edited');
end;

create trigger ledger_is_not_cut before delete on ledger
begin
  select raise(abort, 'the ledger is append-only: no event is deleted');
end;

-- `insert or replace` deletes without asking the trigger above
create trigger ledger_is_not_overwritten before insert on ledger
when new.position <> (select coalesce(max(position) + 1, 0) from ledger)
  or exists (select 1 from ledger where event_id = json_extract(new.line, '$.event_id'))
  or exists (select 1 from ledger where event_hash = json_extract(new.line, '$.event_hash'))
  or exists (select 1 from ledger where previous_hash = json_extract(new.line, '$.previous_hash'))
begin
  select raise(abort, 'the ledger is append-only: an event follows the last one, once');
end;
