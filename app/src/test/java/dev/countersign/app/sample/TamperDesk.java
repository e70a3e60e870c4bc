// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.sample;

import dev.countersign.app.feature.integrity.LogDesk;
import dev.countersign.app.feature.integrity.LogPicture;
import dev.countersign.core.chain.Cancellation;
import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.ChainVerifier;
import dev.countersign.core.chain.Limits;
import dev.countersign.core.chain.LineIndex;
import dev.countersign.core.chain.LogSearch;
import dev.countersign.core.chain.Progress;
import dev.countersign.core.chain.RecordLine;
import dev.countersign.core.chain.RecordLines;
import dev.countersign.core.chain.RecordText;
import dev.countersign.core.chain.Verification;
import dev.countersign.core.chain.VerifyRequest;
import dev.countersign.core.run.Check;
import dev.countersign.core.source.LogFile;
import dev.countersign.core.source.SourceException;
import dev.countersign.core.testkit.Tampered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The real verifier over files, with what the test kit asks of it.
public final class TamperDesk implements LogDesk {
    private final ChainVerifier verifier = new ChainVerifier(Runnable::run, 1);
    private VerifyRequest request = VerifyRequest.DEFAULT;

    /// Writes a log that was tampered with; from now on it is asked what the kit asks.
    public Path write(Tampered tampered, Path file) throws IOException {
        request = tampered.request();
        return Files.write(file, tampered.bytes());
    }

    @Override
    public Verification verify(Path path, Progress progress, Cancellation cancellation)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return verifier.verify(file, request, progress, cancellation);
        }
    }

    @Override
    public List<RecordLine> records(
            Path path, ChainFormat format, LineIndex index, long from, int count)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return RecordLines.read(file, format, Limits.DEFAULT, index, from, count);
        }
    }

    @Override
    public RecordText text(Path path, ChainFormat format, long offset, long length)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return RecordText.read(file, format, offset, length);
        }
    }

    @Override
    public long find(
            Path path, LogPicture picture, long from, String text, Cancellation cancellation)
            throws SourceException {
        try (LogFile file = LogFile.open(path)) {
            return LogSearch.find(
                    file,
                    picture.format(),
                    picture.index(),
                    from,
                    text,
                    Progress.NONE,
                    cancellation);
        }
    }

    @Override
    public List<Check> checks(Path path, Cancellation cancellation) {
        return List.of();
    }
}
