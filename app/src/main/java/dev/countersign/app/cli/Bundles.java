// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.archive.ArchiveLimits;
import dev.countersign.core.archive.Refusal;
import dev.countersign.core.bundle.Bundle;
import dev.countersign.core.bundle.BundleLimits;
import dev.countersign.core.bundle.BundleOpening;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.PackedPath;
import dev.countersign.core.policy.Policy;
import dev.countersign.core.source.RunFolder;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/// Opens bundles, for commands and window.
public final class Bundles {
    private Bundles() {}

    static BundleOpening opening(Path path, Policy policy) throws SourceException {
        return Bundle.open(path, limits(policy));
    }

    /// What a policy lets bundles cost.
    public static ArchiveLimits limits(Policy policy) {
        return BundleLimits.of(policy);
    }

    /// @throws SourceException if it cannot be read, or is refused
    static Bundle open(Path path, Policy policy) throws SourceException {
        BundleOpening opening = opening(path, policy);
        return switch (opening) {
            case BundleOpening.Opened(Bundle bundle) -> bundle;
            case BundleOpening.Refused(Refusal refusal) ->
                    throw new SourceException(path, sentence(path, refusal));
        };
    }

    /// That it is not read, and why.
    public static String sentence(Path path, Refusal refusal) {
        return refusal.sentence(path) + " " + refusal.advice();
    }

    /// That it was not extracted, and why.
    public static String notExtracted(Path path, Refusal damage) {
        return path
                + " was not extracted: "
                + damage.sentence()
                + ". What was written was removed again: get another copy.";
    }

    /// What speaks against a bundle itself.
    public static List<String> against(BundleReport report) {
        return BundleText.against(report);
    }

    /// The run that a path means that is no folder of its own: a bundle, or what lies in an
    /// archive; null if it means none.
    static @Nullable PackedPath packed(Path path) throws SourceException {
        PackedPath packed = PackedPath.of(path);
        boolean read =
                packed != null && (packed.archived() || packed.run().equals(packed.bundle()));
        return read ? packed : null;
    }

    /// Refuses what lies in an archive, for a command that reads logs and folders.
    static void refuseArchived(Path path) throws SourceException {
        PackedPath packed = path.toString().endsWith(".jsonl") ? null : PackedPath.of(path);
        if (packed != null && packed.archived()) {
            throw new SourceException(
                    path,
                    path
                            + (packed.run().equals(packed.bundle())
                                    ? " is an archive"
                                    : " lies in an archive")
                            + ": extract it (`countersign bundle extract`), and give the run"
                            + " directory.");
        }
    }

    /// The run that a path into a bundle means: the bundle's own path leaves it to the name.
    ///
    /// @throws SourceException if there is none at a path that goes on from the bundle's
    static RunFolder one(Bundle bundle, PackedPath path, @Nullable String name)
            throws UsageException, SourceException {
        RunFolder run = bundle.at(path.run());
        if (run == null && !path.run().equals(path.bundle())) {
            throw new SourceException(
                    path.run(),
                    path.bundle()
                            + " has no run "
                            + path.bundle().relativize(path.run())
                            + ": it has "
                            + String.join(", ", bundle.runs().keySet())
                            + ".");
        }
        return run == null ? one(bundle, name) : run;
    }

    /// The run that is meant.
    ///
    /// @param name null if it is the only one
    static RunFolder one(Bundle bundle, @Nullable String name) throws UsageException {
        SortedMap<String, RunFolder> runs = bundle.runs();
        RunFolder run =
                name == null && runs.size() == 1
                        ? runs.get(runs.firstKey())
                        : name == null ? null : runs.get(name);
        if (run == null) {
            throw new UsageException(
                    runs.isEmpty()
                            ? bundle.archive().path() + " contains no run"
                            : "say with --run which is meant: " + String.join(", ", runs.keySet()));
        }
        return run;
    }
}
