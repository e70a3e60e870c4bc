-- SPDX-License-Identifier: Apache-2.0
-- Checkpoints that others have seen and that came here as files.

-- What a witness has seen of a run's log, with where it came from. Each is compared at every reading of the run.
create table witnessed (
    run_id      text    not null,
    witness     text    not null,
    format      text    not null,
    records     integer not null,
    head        text    not null,
    sha256      text,
    taken_at    text,
    file_sha256 text    not null,
    imported_at text    not null,
    imported_by text    not null,
    primary key (run_id, witness, records, head)
) strict, without rowid;

create trigger witnessed_no_update before update on witnessed
begin
    select raise(abort, 'what a witness has seen is append-only');
end;

create trigger witnessed_no_delete before delete on witnessed
begin
    select raise(abort, 'what a witness has seen is append-only');
end;
