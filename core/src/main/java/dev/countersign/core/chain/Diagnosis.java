// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.chain.LinkDiagnosis.Cause;
import dev.countersign.core.source.SourceException;

import java.util.Set;

/// Tells what happened to a chain from its suspect records, their neighbours, and where in the log
/// the hashes in question stand (FORMATS 6). Each fault is charged once.
final class Diagnosis {
    /// Stretches of repeated records that are followed to their end; of further ones only the first
    /// record is charged.
    private static final int MOST_STRETCHES = 64;

    private final ChainFormat format;
    private final Surroundings around;
    private final Reread reread;
    private final RewriteProof proof;
    private final int mostFaults;
    private int stretches;

    /// @param around the suspect records and their neighbours
    /// @param proof what a checkpoint says about records that seem to be missing
    /// @param mostFaults how many are described at most
    Diagnosis(
            ChainFormat format,
            Surroundings around,
            Reread reread,
            RewriteProof proof,
            int mostFaults) {
        this.format = format;
        this.around = around;
        this.reread = reread;
        this.proof = proof;
        this.mostFaults = mostFaults;
    }

    /// The hashes that {@link #diagnose} must be able to look up.
    Set<String> questions() {
        return LinkDiagnosis.questions(around);
    }

    /// Everything that is wrong, in record order, and the state of every record.
    ChainPicture diagnose(HashSearch search) throws SourceException {
        HashDiagnosis hashes = new HashDiagnosis(format, around, reread);
        LinkDiagnosis links = new LinkDiagnosis(format, around, proof, search);
        ChainPicture picture = new ChainPicture(around.firstRecord());
        for (Sighting s : around.seen().values()) {
            if (s.suspect()) {
                switch (s.status()) {
                    case MALFORMED -> picture.fault(hashes.malformed(s));
                    case NO_HASH -> picture.fault(hashes.noHash(s));
                    case WRONG -> picture.fault(hashes.wrongHash(s));
                    case RIGHT -> draw(links, s, picture);
                }
            }
        }
        picture.end(around.lastRecord() + 1);
        return picture;
    }

    private void draw(LinkDiagnosis links, Sighting s, ChainPicture picture)
            throws SourceException {
        switch (links.cause(s)) {
            case Cause.Charged(Finding finding) -> picture.fault(finding);
            case Cause.Continues(Sighting tip) -> picture.continues(s.record(), tip.record());
            case Cause.Follows() -> picture.follows(s.record());
            case Cause.HangsBelow() -> picture.hangs(s.record());
            case Cause.Twice(Finding finding, Sighting twin) -> {
                picture.fault(finding);
                if (stretches++ < MOST_STRETCHES) {
                    int more = mostFaults - picture.size();
                    links.stretch(s, twin, reread.after(s), reread.after(twin), more)
                            .forEach(picture::fault);
                }
            }
        }
    }
}
