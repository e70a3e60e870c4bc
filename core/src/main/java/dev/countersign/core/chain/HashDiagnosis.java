// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.GENESIS_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_MISSING;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JSON;
import static dev.countersign.core.chain.FaultCategory.PREV_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.chain.FaultCategory.TORN_TAIL;

import dev.countersign.core.chain.Witness.Role;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.source.SourceException;

/// Diagnoses records that do not carry their own hash, and lines that are no records.
final class HashDiagnosis {
    private final ChainFormat format;
    private final Surroundings around;
    private final Reread reread;

    HashDiagnosis(ChainFormat format, Surroundings around, Reread reread) {
        this.format = format;
        this.around = around;
        this.reread = reread;
    }

    /// The fault of a record that carries no hash.
    Finding noHash(Sighting s) {
        return witnessed(Finding.content(HASH_MISSING, s).field(format.hashField()), s);
    }

    /// The fault of a record whose hash is not that of what it says.
    Finding wrongHash(Sighting s) throws SourceException {
        return witnessed(ownHashWrong(s), s);
    }

    private Finding witnessed(Finding finding, Sighting s) {
        return finding.witness(Role.PREDECESSOR, around.before(s))
                .witness(Role.SUCCESSOR, around.after(s));
    }

    /// The fault of a line that is no record.
    Finding malformed(Sighting s) {
        FaultCategory category = s.malformed() == null ? MALFORMED_JSON : s.malformed();
        boolean breaksOff =
                s.problem() != null && s.problem().kind() == JsonProblem.Kind.ENDS_EARLY;
        boolean torn = breaksOff && !s.terminated() && s.record() == around.lastRecord();
        return Finding.malformed(torn ? TORN_TAIL : category, s)
                .witness(Role.PREDECESSOR, around.before(s));
    }

    private Finding ownHashWrong(Sighting s) throws SourceException {
        String stored = s.stored();
        if (stored == null || !LogAssembly.isHash(stored, format)) {
            return Finding.content(HASH_FIELD_MODIFIED, s).field(format.hashField());
        }
        String expected = around.expectedLink(s);
        Sighting next = around.after(s);
        String named = next == null || next.isMalformed() ? null : next.link();
        boolean linkHolds = expected == null || expected.equals(s.link());
        if (linkHolds && stored.equals(named)) {
            return Finding.content(CONTENT_MODIFIED, s);
        }
        if (s.computed() != null && s.computed().equals(named)) {
            return Finding.content(HASH_FIELD_MODIFIED, s).field(format.hashField());
        }
        boolean genesis = s.record() == around.firstRecord();
        if (s.record() == around.lastRecord() && !genesis) {
            // FORMATS 6: without a successor the log alone does not tell which of them it was
            return Finding.content(CONTENT_MODIFIED, s)
                    .or(linkHolds ? HASH_FIELD_MODIFIED : PREV_FIELD_MODIFIED);
        }
        if (expected != null && !linkHolds && stored.equals(reread.withLink(s, expected))) {
            return Finding.link(genesis ? GENESIS_MODIFIED : PREV_FIELD_MODIFIED, s, expected)
                    .field(format.prevField());
        }
        if (expected != null && expected.equals(named)) {
            return Finding.content(RECORD_INSERTED, s);
        }
        Finding edited = Finding.content(CONTENT_MODIFIED, s);
        return s.record() == around.lastRecord() ? edited.or(HASH_FIELD_MODIFIED) : edited;
    }
}
