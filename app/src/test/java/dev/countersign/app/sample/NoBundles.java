// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.bundle.BundleLook;
import dev.countersign.app.feature.bundle.BundleMade;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.core.bundle.BundleReport;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A desk without bundles.
final class NoBundles implements BundleSource {
    @Override
    public BundleLook look(Path bundle) {
        return new BundleLook.Refused("Out of reach in this test.");
    }

    @Override
    public Optional<BundleReport> verify(
            Path bundle, Progress progress, Cancellation cancellation) {
        return Optional.empty();
    }

    @Override
    public String digest(Path bundle, Cancellation cancellation) {
        return "";
    }

    @Override
    public boolean extract(Path bundle, Path target, Progress progress, Cancellation cancellation) {
        return true;
    }

    @Override
    public Optional<BundleMade> make(
            List<Path> runs, Path file, Progress progress, Cancellation cancellation)
            throws SourceException {
        throw new SourceException(file, "Out of reach in this test.");
    }
}
