// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app;

import dev.countersign.app.feature.integrity.VerifyLog;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainReport;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.json.JsonValue;
import dev.countersign.core.ledger.DeskAction;
import dev.countersign.core.ledger.Resource;
import dev.countersign.core.source.EvidencePath;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;

import java.nio.file.Path;

/// Verifies logs; the ledger of the workspace that is open has what came out before anybody sees
/// it.
///
/// @param verifier does the work
/// @param access whose ledger
record WorkspaceVerifier(ChainVerifier verifier, WorkspaceAccess access) implements VerifyLog {
    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        Path log = logOf(path);
        Verification done;
        try (LogFile file = LogFile.open(log)) {
            done = verifier.verify(file, VerifyRequest.DEFAULT, progress, cancellation);
        }
        if (done instanceof Verification.Finished(ChainReport report)) {
            var details =
                    JsonValue.object()
                            .with("verdict", report.verdict().word())
                            .with("records", report.records())
                            .with("head", report.head())
                            .with("faults", report.faultCount());
            access.record(
                    DeskAction.VERIFIED, new Resource("log", log.toString()), details.build());
        }
        return done;
    }

    private static Path logOf(Path path) throws SourceException {
        EvidencePath evidence = EvidencePath.of(path);
        return switch (evidence.kind()) {
            case LOG, RUN_DIRECTORY -> evidence.log();
            case RUN_FOLDER ->
                    throw new SourceException(
                            path, path + " is a folder of runs: open one of them.");
            case NO_LOG ->
                    throw new SourceException(
                            path,
                            path
                                    + " holds no log: open a log, or a run directory with its "
                                    + EvidencePath.RUN_LOG
                                    + ".");
        };
    }
}
