// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.sign.KeySource;
import dev.countersign.app.feature.sign.ResumeDesk;
import dev.countersign.app.feature.sign.ResumeResult;
import dev.countersign.app.feature.sign.ResumeWay;
import dev.countersign.app.feature.sign.SignDesk;
import dev.countersign.app.feature.sign.SignEnd;
import dev.countersign.app.feature.sign.SignOrder;
import dev.countersign.app.feature.sign.SignState;
import dev.countersign.app.feature.sign.SignSubject;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.reperformance.PopulationResults;
import dev.countersign.core.resume.ResumeCommand;
import dev.countersign.core.signing.SignedEntry;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.trust.Pin;

import java.nio.file.Path;
import java.time.YearMonth;

/// A desk that cannot sign, and runs nothing.
final class NoSigning implements SignDesk, ResumeDesk {
    @Override
    public SignSubject about(String finding) throws SourceException {
        throw refused(Path.of(finding));
    }

    @Override
    public SignSubject.OfRun about(Path run) throws SourceException {
        throw refused(run);
    }

    @Override
    public SignSubject about(PopulationResults results, Path file) throws SourceException {
        throw refused(file);
    }

    @Override
    public boolean liesOpen(KeySource.File key) {
        return false;
    }

    @Override
    public SignEnd sign(SignOrder order, Pin pin) throws SourceException {
        throw refused(order.subject().directory());
    }

    @Override
    public SignEnd stamp(SignOrder order, SignedEntry entry) throws SourceException {
        throw refused(order.subject().directory());
    }

    @Override
    public SignEnd record(SignOrder order, SignedEntry entry) throws SourceException {
        throw refused(order.subject().directory());
    }

    @Override
    public SignState.Carried carry(SignedEntry entry, Path request) throws SourceException {
        throw refused(request);
    }

    @Override
    public void finish(Path directory) throws SourceException {
        throw refused(directory);
    }

    @Override
    public SignSubject.OfSample about(YearMonth month) throws SourceException {
        throw refused(Path.of(month.toString()));
    }

    @Override
    public void respond(SignedEntry entry, Path file) throws SourceException {
        throw refused(file);
    }

    @Override
    public ResumeWay look(Path directory) throws SourceException {
        throw refused(directory);
    }

    @Override
    public ResumeResult run(Path directory, ResumeCommand command, Cancellation cancellation)
            throws SourceException {
        throw refused(directory);
    }

    private static SourceException refused(Path path) {
        return new SourceException(path, path + " is out of reach in this test.");
    }
}
