// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.WindowServices;
import dev.countersign.app.feature.bundle.BundleSource;
import dev.countersign.app.feature.queue.QueueSource;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// What the window needs from outside, without an outside.
public final class SampleServices {
    private SampleServices() {}

    /// @param time passes when it is told to
    /// @param source what every folder holds
    public static WindowServices.Runs runs(ManualTimer time, QueueSource source) {
        return new WindowServices.Runs(
                time.ticker(),
                ZoneId.of("Europe/Berlin"),
                folder -> source,
                new ScriptedRuns(),
                folder -> {},
                () -> Path.of(System.getProperty("java.io.tmpdir")),
                signatures(),
                new NoBundles());
    }

    /// Of a desk without bundles.
    public static BundleSource bundles() {
        return new NoBundles();
    }

    /// Of a desk where nothing is signed.
    public static WindowServices.Signatures signatures() {
        return new WindowServices.Signatures(
                new NoSigning(),
                new NoSigning(),
                run -> {},
                new SignerNotes(),
                new WindowServices.Keys(
                        new NoKeys(), Optional::empty, Optional::empty, address -> false),
                (title, name) -> Optional.empty(),
                (run, folder) -> folder,
                new NoResponses(),
                new NoCheckpoints(),
                (run, severity, reason, hold) -> {
                    throw new SourceException(run.directory(), "Out of reach in this test.");
                },
                folder -> {});
    }
}
