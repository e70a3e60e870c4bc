// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import dev.countersign.core.approval.TrustPlace;
import dev.countersign.core.chain.FileDigest;
import dev.countersign.core.source.FileStatus;
import dev.countersign.core.source.SmallFile;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The names in a workspace's folder.
///
/// @param root the folder, absolute
public record WorkspaceFolder(Path root) {
    /// The first source of a workspace that has it.
    public static final String RUNS = "runs";

    private static final String DATABASE = "countersign.db";
    private static final String POLICY = "policy.json";

    /// How far above a run its workspace may be.
    private static final int MOST_ABOVE = 8;

    private static final int MOST_WAITS = 20;
    private static final Duration WAIT = Duration.ofMillis(25);

    public WorkspaceFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// The database.
    public Path database() {
        return root.resolve(DATABASE);
    }

    /// The policy; absent where nobody has given one.
    public Path policy() {
        return root.resolve(POLICY);
    }

    /// Trust anchors.
    public Path trust() {
        return root.resolve("trust");
    }

    /// Keys of witnesses, beside the trust anchors; need not be there.
    public Path witnesses() {
        return trust().resolve("witnesses.txt");
    }

    /// The trust anchors of a workspace; none where this is a plain folder, whoever made that could
    /// bring their own.
    public TrustPlace anchors() {
        return exists() ? TrustPlace.in(trust()) : TrustPlace.nowhere();
    }

    /// Incidents and draft e-mails.
    public Path outbox() {
        return root.resolve("outbox");
    }

    /// What resume commands wrote.
    public Path resumes() {
        return root.resolve("resume");
    }

    /// Runs inside the workspace; need not be there.
    public Path runs() {
        return root.resolve(RUNS);
    }

    /// Whether a folder is a workspace: it has the database, or (as a demo does before it was ever
    /// opened) a policy beside its runs.
    public boolean exists() {
        return Files.isRegularFile(database()) || hasPolicy() && Files.isDirectory(runs());
    }

    /// Whether something else stands where its folder of runs would be: what was meant by it,
    /// nobody knows.
    public boolean blocked() {
        return nameable()
                && Files.exists(runs(), LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(runs());
    }

    /// Whether a folder that somebody names as a workspace can be one: a policy alone will do.
    public boolean nameable() {
        return Files.isRegularFile(database()) || hasPolicy();
    }

    /// Whether anything stands there: one that cannot be read is refused, not passed over.
    private boolean hasPolicy() {
        return SmallFile.isPlaceTaken(policy());
    }

    /// Whether its index can be kept.
    public boolean writable() {
        Path database = database();
        return Files.isWritable(root) && (!Files.exists(database) || Files.isWritable(database));
    }

    /// The workspace that a path lies in, itself included; null if it lies in none.
    public static @Nullable WorkspaceFolder around(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        for (int i = 0; i < MOST_ABOVE && folder != null; i++) {
            WorkspaceFolder candidate = new WorkspaceFolder(folder);
            if (candidate.exists()) {
                return candidate;
            }
            folder = folder.getParent();
        }
        return null;
    }

    /// The workspace for a folder without one, in the user's data directory: always the same for
    /// the same folder.
    ///
    /// @param userData e.g. `$XDG_DATA_HOME/countersign`; only named here, not made
    public static WorkspaceFolder outside(Path folder, Path userData) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path last = absolute.getFileName();
        String digest = FileDigest.sha256(absolute.toString().getBytes(StandardCharsets.UTF_8));
        String name = (last == null ? "root" : last.toString()) + "-" + digest.substring(0, 12);
        return new WorkspaceFolder(userData.resolve("workspaces").resolve(name));
    }

    /// Makes what is missing of the folder.
    ///
    /// @throws SourceException if it cannot be made
    void make() throws SourceException {
        try {
            Files.createDirectories(trust());
            Files.createDirectories(outbox());
        } catch (IOException e) {
            throw new SourceException(
                    root,
                    "the workspace "
                            + root
                            + " cannot be made: "
                            + SourceException.why(trust(), e)
                            + ".",
                    e);
        }
    }

    /// Refuses a database that is there and empty, before it is opened and so begun anew: what the
    /// desk knew would be gone without a word. Another process that is just making it is waited
    /// for.
    ///
    /// @throws SourceException if it is empty
    public void checkDatabase() throws SourceException {
        for (int i = 0; empty(); i++) {
            if (i == MOST_WAITS) {
                throw new SourceException(
                        database(),
                        database()
                                + " is empty, and one that was ever used is not: put a backup in"
                                + " its place, or remove it to begin anew.");
            }
            LockSupport.parkNanos(WAIT.toNanos());
        }
    }

    private boolean empty() throws SourceException {
        try {
            FileStatus status = FileStatus.of(database());
            return status != null && status.kind() == FileStatus.Kind.FILE && status.size() == 0;
        } catch (IOException e) {
            throw new SourceException(
                    database(), database() + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    /// How a source is stored: a path in the workspace survives its being moved.
    String stored(Path source) {
        Path absolute = source.toAbsolutePath().normalize();
        return absolute.startsWith(root) && !absolute.equals(root)
                ? root.relativize(absolute).toString()
                : absolute.toString();
    }
}
