-- SPDX-License-Identifier: Apache-2.0
-- Every checkpoint that this desk took, not the last one alone: so that a log that was changed says since when.

-- Taken of an intact log that agreed with all of the same place before it. A place that was seen as before gets no other row.
create table checkpoint (
    source   text    not null,
    name     text    not null,
    records  integer not null,
    head     text    not null,
    run_id   text    not null,
    format   text    not null,
    sha256   text,
    taken_at text,
    primary key (source, name, records, head)
) strict, without rowid;

insert into checkpoint (source, name, records, head, run_id, format, sha256, taken_at)
select source, name, seen_records, seen_head, run_id, seen_format, seen_sha256, seen_at from run where seen_head is not null;

create trigger checkpoint_no_update before update on checkpoint
begin
    select raise(abort, 'checkpoints are append-only');
end;

create trigger checkpoint_no_delete before delete on checkpoint
begin
    select raise(abort, 'checkpoints are append-only');
end;

alter table run drop column seen_format;
alter table run drop column seen_records;
alter table run drop column seen_head;
alter table run drop column seen_sha256;
alter table run drop column seen_at;
