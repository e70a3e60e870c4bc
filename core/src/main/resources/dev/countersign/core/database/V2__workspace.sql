-- SPDX-License-Identifier: Apache-2.0
-- The workspace: sources, what runs were when last seen, deadlines as first fixed, findings.

-- Paths in the workspace are relative to it, so that it can be moved.
create table source (
    path     text not null primary key,
    added_at text not null
) strict, without rowid;

-- What a run was when last seen. Rebuilt from the files at any time, but for the seen_* columns: the checkpoint of the longest
-- intact log that was seen, which no reading of today's files can give back. marks = 0: to be read again.
create table run (
    source       text    not null,
    name         text    not null,
    run_id       text    not null,
    log_size     integer not null,
    log_modified integer not null,
    log_key      text    not null,
    marks        integer not null,
    records      integer not null,
    head         text,
    summary      blob    not null,
    seen_format  text,
    seen_records integer,
    seen_head    text,
    seen_sha256  text,
    seen_at      text,
    vanished_at  text,
    primary key (source, name)
) strict, without rowid;

create table workspace_state (
    key   text not null primary key,
    value text not null
) strict, without rowid;

-- A deadline as it was fixed when its clock was first seen; a later revision only by an explicit act.
create table deadline (
    run_id         text    not null,
    record_hash    text    not null,
    clock          text    not null,
    revision       integer not null,
    due            text    not null,
    tier           text    not null,
    tier_assumed   integer not null,
    pauses         integer not null,
    policy_version text    not null,
    fixed_at       text    not null,
    primary key (run_id, record_hash, clock, revision)
) strict, without rowid;

create trigger deadline_no_update before update on deadline
begin
    select raise(abort, 'a deadline is fixed once');
end;

create trigger deadline_no_delete before delete on deadline
begin
    select raise(abort, 'a deadline is fixed once');
end;

create table finding (
    id        text    not null primary key,
    kind      text    not null,
    severity  integer not null,
    run_id    text    not null,
    subject   text    not null,
    at        text    not null,
    due       text,
    author    text,
    head      text,
    evidence  text    not null,
    raised_at text    not null
) strict;

create trigger finding_no_update before update on finding
begin
    select raise(abort, 'findings are append-only');
end;

create trigger finding_no_delete before delete on finding
begin
    select raise(abort, 'findings are append-only');
end;

-- What was done about a finding; each at most once.
create table finding_step (
    finding_id text not null references finding (id),
    step       text not null check (step in ('ledgered', 'escalated')),
    at         text not null,
    primary key (finding_id, step)
) strict, without rowid;

create trigger finding_step_no_update before update on finding_step
begin
    select raise(abort, 'findings are append-only');
end;

create trigger finding_step_no_delete before delete on finding_step
begin
    select raise(abort, 'findings are append-only');
end;
