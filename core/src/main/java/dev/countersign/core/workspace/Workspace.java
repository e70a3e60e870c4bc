// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.database.Database;
import dev.countersign.core.ledger.SqliteLedgerStore;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.run.RunSummary;
import dev.countersign.core.source.SourceException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    private final Object scanning = new Object();

    private Workspace(WorkspaceFolder folder, Desk desk, Database database, Index index) {
        this.folder = folder;
        this.desk = desk;
        this.database = database;
        this.store = new Store(database);
        this.index = index;
    }

    /// Opens a workspace, and makes what is missing of it.
    ///
    /// @throws SourceException if it can be neither opened nor made
    public static Workspace open(WorkspaceFolder folder, Desk desk) throws SourceException {
        folder.make();
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

    /// Its database, for the ledger.
    public Database database() {
        return database;
    }

    /// The policy in force: that of the folder, read now, or the built-in default.
    ///
    /// @throws SourceException if there is one that cannot be used: no deadline is fixed by
    ///   guessing
    public Policy policy() throws SourceException {
        return PolicyFile.inForce(folder.policy());
    }

    /// The sources as they are now, missing ones included; `runs` in the workspace is the first.
    ///
    /// @throws SourceException if the database cannot be read
    public List<Source> sources() throws SourceException {
        Set<String> stored = new TreeSet<>(stored());
        List<Source> sources = new ArrayList<>();
        if (Files.isDirectory(folder.runs()) || stored.contains(WorkspaceFolder.RUNS)) {
            sources.add(Survey.source(WorkspaceFolder.RUNS, folder.root()));
            stored.remove(WorkspaceFolder.RUNS);
        }
        for (String path : stored) {
            sources.add(Survey.source(path, folder.root()));
        }
        return sources;
    }

    private List<String> stored() throws SourceException {
        return store.read(c -> new SourceTable(c).all());
    }

    /// Adds a folder of runs, a run, or a lone log. Adding one twice changes nothing.
    ///
    /// @throws SourceException if it is not there, or the database cannot be written
    public Source addSource(Path path) throws SourceException {
        String stored = folder.stored(path);
        Source source = Survey.source(stored, folder.root());
        if (source.kind() == Source.Kind.MISSING) {
            throw new SourceException(path, path + " cannot be looked into: check the path.");
        }
        Instant now = desk.clock().instant();
        store.write(c -> new SourceTable(c).add(stored, now));
        return source;
    }

    /// Looks there no longer. What was seen of its runs is kept: whoever adds it again cannot
    /// shorten a log unseen meanwhile.
    public void removeSource(Source source) throws SourceException {
        store.write(c -> new SourceTable(c).remove(source.stored()));
    }

    /// Looks at everything; reads what is new or changed.
    ///
    /// @throws SourceException if the database or the policy cannot be used; what is wrong with a
    ///   run is a finding, and a run that cannot be read is in the report
    public ScanReport scan(Progress progress, Cancellation cancellation) throws SourceException {
        return scan(Changes.EVERYWHERE, progress, cancellation);
    }

    /// Looks where something may have changed, and where the last look came too early.
    public ScanReport scan(Changes changes, Progress progress, Cancellation cancellation)
            throws SourceException {
        synchronized (scanning) {
            Policy policy = policy();
            boolean everywhere = newPolicy(policy) || changes.everywhere();
            Set<RunPlace> only = new HashSet<>(index.unsettled());
            changes.places().forEach(p -> only.add(new RunPlace(p.source(), p.name())));
            List<Source> sources = sources();
            return new Scan(folder.root(), desk, policy, store, index)
                    .run(sources, everywhere ? null : only, progress, cancellation);
        }
    }

    /// Another policy reads the same files differently; deadlines that are fixed stay.
    private boolean newPolicy(Policy policy) throws SourceException {
        String key = "policy_sha256";
        String last = store.state(key);
        if (policy.sha256().equals(last)) {
            return false;
        }
        store.write(c -> {
            new IndexTable(c).forgetMarks();
            new SourceTable(c).state(key, policy.sha256());
        });
        index.forgetMarks();
        return true;
    }

    /// Reads every run again, whatever its marks say. Checkpoints, deadlines and findings stay.
    public ScanReport rebuild(Progress progress, Cancellation cancellation) throws SourceException {
        synchronized (scanning) {
            store.write(c -> new IndexTable(c).forgetMarks());
            index.forgetMarks();
            return scan(progress, cancellation);
        }
    }

    /// The runs of the sources as they were when last seen, those that vanished left out.
    public List<RunSummary> runs() throws SourceException {
        Set<String> here = new HashSet<>();
        sources().forEach(source -> here.add(source.stored()));
        List<RunSummary> runs = new ArrayList<>();
        for (RunPlace place : index.present()) {
            RunSummary run = here.contains(place.source()) ? index.summary(place) : null;
            if (run != null) {
                runs.add(run);
            }
        }
        return runs;
    }

    /// Notices changes from now on; whoever asks closes it.
    public RunWatch watch() throws SourceException {
        return new RunWatch(folder.root(), sources());
    }

    /// The findings as of an instant, worst first: those that were raised, and the breaches up to
    /// then. Raises nothing.
    public List<Finding> findings(Instant at) throws SourceException {
        List<Finding> stored = store.read(c -> new FindingTable(c).all());
        return FindingList.at(at, stored, runs(), policy());
    }

    /// All of it after a look, for somebody who looks once.
    ///
    /// @param seen the report of that look
    public Overview overview(ScanReport seen) throws SourceException {
        List<Finding> stored = store.read(c -> new FindingTable(c).all());
        return new Overview(policy(), runs(), stored, seen.missing(), seen.unreadable());
    }

    /// Raises what there is to raise now: stores breaches, records every finding in the ledger
    /// once, and writes what is to be escalated to the outbox. What a crash interrupts is done by
    /// the next call.
    ///
    /// @param ledger in the same database: that a finding was raised and that it was recorded is
    ///   one transaction, so that a crash neither loses nor doubles a record
    /// @return what was recorded by this call, in that order
    public List<Finding> raise(SqliteLedgerStore ledger) throws SourceException {
        return new Raising(folder, desk, store, ledger).raise(runs(), policy());
    }

    /// Fixes every running clock anew under the policy in force: an explicit act, which the caller
    /// has put into the ledger before.
    ///
    /// @return how many deadlines moved
    public int recomputeDeadlines(Progress progress, Cancellation cancellation)
            throws SourceException {
        synchronized (scanning) {
            scan(progress, cancellation);
            return new Recomputing(folder.root(), desk, store, index).run(policy(), runs());
        }
    }

    /// Closes the database.
    @Override
    public void close() throws SourceException {
        database.close();
    }
}
