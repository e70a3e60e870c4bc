// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.bundle;

import dev.countersign.app.control.Mark;
import dev.countersign.app.text.BundleWords;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.bundle.BundledRun;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// A run of a bundle.
///
/// @param name of its folder
/// @param place what opens it; null until it was read
/// @param run what was found; null until it was read
public record BundleRow(String name, @Nullable Path place, @Nullable BundledRun run) {
    static List<BundleRow> of(BundleListing listing) {
        return listing.runs().stream().map(name -> new BundleRow(name, null, null)).toList();
    }

    static List<BundleRow> of(Path bundle, BundleReport report) {
        return report.runs().stream()
                .map(run -> new BundleRow(run.name(), bundle.resolve(run.folder()), run))
                .toList();
    }

    Mark mark() {
        return run == null ? Mark.OPEN : run.negative() ? Mark.FAILED : Mark.VERIFIED;
    }

    /// Where the run's chain stands, in a word or two.
    public String chain() {
        return run == null ? "Not read yet" : BundleWords.chain(run);
    }

    String status() {
        return run == null ? "" : BundleWords.status(run);
    }

    String head() {
        return run == null ? "" : BundleWords.head(run);
    }

    String checkpoint() {
        return run == null ? "" : BundleWords.checkpoint(run.packed());
    }

    String records() {
        return run == null ? "" : BundleWords.records(run);
    }
}
