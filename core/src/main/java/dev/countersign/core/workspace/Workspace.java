// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.clock.OfficeHours;
import dev.countersign.core.database.Database;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.ledger.Actor;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.LedgerCheckpoint;
import dev.countersign.core.ledger.LedgerEntry;
import dev.countersign.core.ledger.LedgerReport;
import dev.countersign.core.ledger.LedgerStore;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A folder for the desk: sources of runs, what the runs were when last seen, and what was found.
/// The runs' files are the truth; what is kept here beside what can be read again are checkpoints,
/// first-seen deadlines and findings.
///
/// Blocking. May be used by several threads; {@link #scan} runs one at a time. Several processes
/// may have the same workspace open.
public final class Workspace implements AutoCloseable {
    private final WorkspaceFolder folder;
    private final Desk desk;
    private final Database database;
    private final Store store;
    private final Index index;
    private final SqliteLedgerStore ledger;
    private final PolicyWatch policies;
    private final PeriodWatch periods;
    private final Sources sources;
    private final PresentRuns present;
    private final Testimony testimony;
    private final DecidedHere decided;
    private final Scanning scanning;

    private Workspace(WorkspaceFolder folder, Desk desk, Database database, Index index) {
        this.folder = folder;
        this.desk = desk;
        this.database = database;
        this.store = new Store(database);
        this.index = index;
        this.ledger = new SqliteLedgerStore(database, desk.clock(), desk.ids());
        this.periods = new PeriodWatch(store, ledger);
        this.policies = new PolicyWatch(folder, store, index, ledger);
        this.sources = new Sources(folder, store);
        this.present = new PresentRuns(sources, index, store);
        this.scanning = new Scanning(folder, desk, present, periods, ledger);
        this.decided = new DecidedHere(folder, store, ledger);
        this.testimony = new Testimony(desk, store, ledger, index, scanning);
    }

    /// Opens a workspace, and makes what is missing of it.
    ///
    /// @throws SourceException if it can be neither opened nor made
    public static Workspace open(WorkspaceFolder folder, Desk desk) throws SourceException {
        folder.make();
        folder.checkDatabase();
        Database database = Database.open(folder.database());
        try {
            Index index = Index.load(new Store(database), folder.root());
            return new Workspace(folder, desk, database, index);
        } catch (SourceException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Opens a folder that is no workspace: one for it is kept in the user's data directory, and
    /// has it as a source. Nothing is written into the folder itself.
    ///
    /// @param userData see {@link WorkspaceFolder#outside}
    public static Workspace openFor(Path runs, Path userData, Desk desk) throws SourceException {
        Workspace workspace = open(WorkspaceFolder.outside(runs, userData), desk);
        try {
            workspace.addSource(runs);
            return workspace;
        } catch (SourceException e) {
            workspace.close();
            throw e;
        }
    }

    /// Its folder.
    public WorkspaceFolder folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    /// What was done at this desk. Findings and changes of policy are put into it here; whatever
    /// else is done is for its doer to {@link #record}.
    public LedgerStore ledger() {
        return ledger;
    }

    /// Verifies what came into the ledger since it was last remembered, and remembers it beside the
    /// database: one that is put back to an older state is seen by whoever verifies it next. What
    /// speaks against it changes nothing of what is remembered.
    ///
    /// @throws SourceException if it cannot be read, or the file not be read or written
    public LedgerReport rememberLedger() throws SourceException {
        Path file = folder.root().resolve(LedgerCheckpoint.FILE);
        return LedgerCheckpoint.verifyAndRemember(ledger, file, desk.clock().instant());
    }

    /// Puts an act into the ledger; it is durable there when this returns.
    ///
    /// @throws SourceException if it was not recorded: then the act does not count as done
    public void record(Actor who, DeskAction action, Resource what, JsonObject details)
            throws SourceException {
        ledger.append(LedgerEntry.of(who, action, what).with(details));
    }

    /// The policy in force: that of the folder, read now, or the built-in default.
    ///
    /// @throws SourceException if there is one that cannot be used: no deadline is fixed by
    ///   guessing
    public Policy policy() throws SourceException {
        return PolicyFile.inForce(folder.policy());
    }

    /// Looks whether another policy holds than when any process last asked. If so the ledger says
    /// so, and the next look reads every run again; deadlines that are fixed stay.
    ///
    /// @throws SourceException as {@link #policy}, or if the ledger cannot be written
    public boolean noticePolicy() throws SourceException {
        return policies.notice(policy());
    }

    /// In which hours the clocks of its runs count.
    ///
    /// @throws SourceException as {@link #policy}
    public OfficeHours hours() throws SourceException {
        return new OfficeHours(policy(), store.read(c -> new SourceTable(c).calendars()));
    }

    /// Puts another policy in force: the ledger has it before the file changes, since what is not
    /// recorded is not done.
    ///
    /// @param text of the new policy
    /// @param details what else the ledger is to say
    /// @throws SourceException if it is no policy, or could not be recorded or written
    public void adoptPolicy(String text, Actor who, JsonObject details) throws SourceException {
        policies.adopt(text, who, details);
    }

    /// The sources as they are now, missing ones included; `runs` in the workspace is the first.
    ///
    /// @throws SourceException if the database cannot be read
    public List<Source> sources() throws SourceException {
        return sources.all();
    }

    /// Adds a folder of runs or bundles, a run, a bundle, or a lone log. Adding one twice changes
    /// nothing.
    ///
    /// @throws SourceException if it is not there, or the database cannot be written
    public Source addSource(Path path) throws SourceException {
        return sources.add(path, desk.clock().instant());
    }

    /// Looks there no longer. What was seen of its runs is kept: whoever adds it again cannot
    /// shorten a log unseen meanwhile.
    public void removeSource(Source source) throws SourceException {
        sources.remove(source);
    }

    /// Looks at everything; reads what is new or changed.
    ///
    /// @throws SourceException if the database or the policy cannot be used; what is wrong with a
    ///   run is a finding, and a run that cannot be read is in the report
    public ScanReport scan(Progress progress, Cancellation cancellation) throws SourceException {
        return scan(Changes.EVERYWHERE, progress, cancellation);
    }

    /// Looks where something may have changed, or was half written.
    public ScanReport scan(Changes changes, Progress progress, Cancellation cancellation)
            throws SourceException {
        return scanning.scan(changes, progress, cancellation);
    }

    /// Where a run lies that was written to, for the next look; nowhere if no source has it.
    public Changes at(Path directory) throws SourceException {
        return sources.changes(directory);
    }

    /// Reads every run again, whatever its marks say. Checkpoints, deadlines and findings stay.
    public ScanReport rebuild(Progress progress, Cancellation cancellation) throws SourceException {
        return scanning.rebuild(progress, cancellation);
    }

    /// What was seen of the runs' logs, here and elsewhere.
    public Testimony testimony() {
        return testimony;
    }

    /// The runs of the sources as they were when last seen, those that vanished left out, and of
    /// what bundles brought those that another copy continues.
    public List<RunSummary> runs() throws SourceException {
        return decided.after(present.runs());
    }

    /// What bundles brought of a run, in the order in which it was seen.
    public List<Provenance> provenance(String runId) throws SourceException {
        return store.read(c -> new BundleTable(c).of(runId));
    }

    /// The runs that were seen once and are not there any more, as they were when last seen.
    public List<RunSummary> vanished() {
        return index.vanished();
    }

    /// Notices changes from now on.
    public RunWatch watch() throws SourceException {
        return new RunWatch(folder.root(), sources());
    }

    /// The findings as of an instant, worst first, breaches up to then included. Raises nothing.
    public List<Finding> findings(Instant at) throws SourceException {
        List<Finding> stored = store.read(c -> new FindingTable(c).all());
        return FindingList.at(at, stored, seen());
    }

    /// Whether runs have to be looked at again without anything having changed: they were in the
    /// middle of being written.
    public boolean unsettled() {
        return !index.unsettled().isEmpty();
    }

    /// All of it as last looked at by this process.
    public Overview overview() throws SourceException {
        List<Finding> stored = store.read(c -> new FindingTable(c).all());
        SeenRuns seen = seen();
        return new Overview(seen, stored, decided.about(stored, seen.runs()));
    }

    /// The same without what was found.
    public SeenRuns seen() throws SourceException {
        List<RunSummary> runs = runs();
        return new SeenRuns(
                hours(),
                runs,
                index.lost(runs),
                sources.missing(),
                scanning.unread(),
                periods.populations());
    }

    /// Raises what there is to raise now: stores breaches, records every finding in the ledger once
    /// (in one transaction with the fact that it was, so that a crash neither loses nor doubles
    /// one), and writes what is to be escalated to the outbox. What a crash interrupts is done by
    /// the next call.
    ///
    /// @return what was recorded by this call, in that order
    public List<Finding> raise() throws SourceException {
        return new Raising(folder, desk, store, ledger).raise(seen());
    }

    /// Who has put a run on hold, the earliest first.
    public List<Hold> holds(String runId) throws SourceException {
        return Hold.of(ledger, runId);
    }

    /// Takes a run to others, because a person says so: writes an incident and a draft e-mail to
    /// the outbox, for those whom the policy names for its severity, and says so in the ledger;
    /// with an incident that holds the run, it is on hold from then on.
    ///
    /// @throws SourceException if it could not be written or recorded
    public Escalated escalate(Incident incident, Actor who) throws SourceException {
        return new Raising(folder, desk, store, ledger).escalate(incident, policy(), who);
    }

    /// Fixes every running clock anew under the policy in force: an explicit act, which the caller
    /// has put into the ledger before.
    ///
    /// @return how many deadlines moved
    public int recomputeDeadlines(Progress progress, Cancellation cancellation)
            throws SourceException {
        return scanning.recomputeDeadlines(progress, cancellation);
    }

    /// Closes the database.
    @Override
    public void close() throws SourceException {
        database.close();
    }
}
