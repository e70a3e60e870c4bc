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

    /// The run that a path into a bundle means: the bundle's own path leaves it to the name.
    static RunFolder one(Bundle bundle, PackedPath path, @Nullable String name)
            throws UsageException {
        RunFolder run = bundle.at(path.run());
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
