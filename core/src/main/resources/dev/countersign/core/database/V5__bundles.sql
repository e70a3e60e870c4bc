-- SPDX-License-Identifier: Apache-2.0
-- Bundles in the sources: what they were when last looked at, and for every run which bundle it came in.

-- What a bundle was when last read. Rebuilt from the files at any time. marks = 0: to be read again.
create table bundle (
    source  text    not null,
    name    text    not null,
    marks   integer not null,
    sha256  text,
    refused text,
    primary key (source, name)
) strict, without rowid;

-- A run as a bundle brought it. modified: when the bundle was written last, by the file system, in nanoseconds since 1970.
create table provenance (
    run_id   text    not null,
    bundle   text    not null,
    sha256   text    not null,
    folder   text    not null,
    format   text,
    records  integer not null,
    head     text,
    intact   integer not null,
    modified integer not null,
    seen_at  text    not null,
    primary key (run_id, bundle, sha256, folder)
) strict, without rowid;

create trigger provenance_no_update before update on provenance
begin
    select raise(abort, 'where a run came from is append-only');
end;

create trigger provenance_no_delete before delete on provenance
begin
    select raise(abort, 'where a run came from is append-only');
end;

-- The log with one head was seen to be the beginning of the log with the other.
create table continuation (
    run_id       text not null,
    head         text not null,
    continued_by text not null,
    seen_at      text not null,
    primary key (run_id, head, continued_by)
) strict, without rowid;

create trigger continuation_no_update before update on continuation
begin
    select raise(abort, 'what was seen is append-only');
end;

create trigger continuation_no_delete before delete on continuation
begin
    select raise(abort, 'what was seen is append-only');
end;
