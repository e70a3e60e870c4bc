// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static dev.countersign.core.chain.FaultCategory.CHAIN_RESTART;
import static dev.countersign.core.chain.FaultCategory.FORK;
import static dev.countersign.core.chain.FaultCategory.GENESIS_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.RECORD_DUPLICATED;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REORDERED;
import static dev.countersign.core.chain.FaultCategory.RECORD_REWRITTEN;

import dev.countersign.core.chain.Witness.Role;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/// Diagnoses records that are themselves right, but whose link is not the hash before them.
///
/// The records of a log form a forest: each names its predecessor by hash. In an intact log the
/// forest is one path in file order. A record whose link is not the hash before it therefore either
/// continues an older branch (nothing new is wrong with it: what made the branch was charged
/// already), branches off (fork), stands too early (reordered), is there twice, starts anew, or
/// hangs on something that is not here.
final class LinkDiagnosis {
    private final ChainFormat format;
    private final Surroundings around;
    private final RewriteProof proof;
    private final HashSearch search;

    /// Records that do not carry their own hash, by what they carry and what they should.
    private final Map<String, Sighting> faulty = new HashMap<>();

    LinkDiagnosis(ChainFormat format, Surroundings around, RewriteProof proof, HashSearch search) {
        this.format = format;
        this.around = around;
        this.proof = proof;
        this.search = search;
        for (Sighting s : around.seen().values()) {
            if (s.suspect() && !s.right() && !s.isMalformed()) {
                put(s.stored(), s);
                put(s.computed(), s);
            }
        }
    }

    private void put(@Nullable String hash, Sighting s) {
        if (hash != null) {
            faulty.putIfAbsent(hash, s);
        }
    }

    /// Why a record is suspect.
    sealed interface Cause {
        /// Because of this.
        record Charged(Finding finding) implements Cause {}

        /// It is there already, and so perhaps are those that follow it.
        record Twice(Finding finding, Sighting twin) implements Cause {}

        /// It continues an older branch, whose tip this is.
        record Continues(Sighting tip) implements Cause {}

        /// It follows the record before after all.
        record Follows() implements Cause {}

        /// The record before is faulty: nothing more can be said.
        record HangsBelow() implements Cause {}
    }

    /// The hashes whose places in the log decide between diagnoses; empty if the neighbours say
    /// enough.
    static Set<String> questions(Surroundings around) {
        Set<String> hashes = new LinkedHashSet<>();
        for (Sighting s : around.seen().values()) {
            if (s.suspect() && s.right()) {
                add(hashes, s.link());
                add(hashes, s.stored());
                Sighting before = around.before(s);
                add(hashes, before == null ? null : around.tip(before));
                add(hashes, before == null ? null : before.computed());
            }
        }
        hashes.remove(around.anchor());
        return hashes;
    }

    private static void add(Set<String> hashes, @Nullable String hash) {
        if (hash != null) {
            hashes.add(hash);
        }
    }

    /// Why a right record's link is not the hash before it.
    Cause cause(Sighting s) {
        String link = s.link();
        if (link == null) {
            throw new IllegalStateException("a right record has a link");
        }
        if (link.equals(around.expectedLink(s))) {
            return new Cause.Follows();
        }
        if (s.record() == around.firstRecord()) {
            return new Cause.Charged(firstRecordWrong(s, link));
        }
        Sighting twin = earlierTwin(s);
        if (twin != null) {
            return new Cause.Twice(link(RECORD_DUPLICATED, s).witness(Role.TWIN, twin), twin);
        }
        if (link.equals(around.anchor())) {
            return restart(s);
        }
        Sighting named = firstRight(search.of(link).carriedBy, 0, Long.MAX_VALUE);
        if (named == null) {
            named = faulty.get(link); // charged already, but here
        }
        if (named != null && named.record() > s.record()) {
            return new Cause.Charged(link(RECORD_REORDERED, s).witness(Role.NAMED_BY_LINK, named));
        }
        Sighting sibling = firstRight(search.of(link).namedBy, 0, s.record());
        if (sibling != null) {
            return new Cause.Charged(
                    link(FORK, s)
                            .witness(Role.NAMED_BY_LINK, named)
                            .witness(Role.SIBLING, sibling));
        }
        return named == null ? absentPredecessor(s, link) : new Cause.Continues(named);
    }

    private Finding link(FaultCategory category, Sighting s) {
        return Finding.link(category, s, around.expectedLink(s))
                .witness(Role.PREDECESSOR, around.before(s));
    }

    private Finding firstRecordWrong(Sighting s, String link) {
        if (!LogAssembly.isHash(link, format)) {
            return Finding.link(GENESIS_MODIFIED, s, around.anchor()).field(format.prevField());
        }
        Sighting named = firstRight(search.of(link).carriedBy, 0, Long.MAX_VALUE);
        Finding missing = Finding.link(RECORD_MISSING, s, around.anchor());
        return named == null
                ? missing.or(GENESIS_MODIFIED)
                : missing.or(RECORD_REORDERED).witness(Role.NAMED_BY_LINK, named);
    }

    /// A genesis record after the first: the start of another log, unless its neighbours know each
    /// other.
    private Cause restart(Sighting s) {
        Sighting before = around.before(s);
        if (before != null && around.nothingRightBefore(s)) {
            return new Cause.Follows();
        }
        Sighting child =
                s.stored() == null
                        ? null
                        : firstRight(search.of(s.stored()).namedBy, 0, s.record());
        if (child != null) {
            return new Cause.Charged(link(RECORD_REORDERED, s).witness(Role.SUCCESSOR, child));
        }
        if (around.neighboursKnowEachOther(s)) {
            return new Cause.Charged(
                    link(RECORD_INSERTED, s)
                            .or(CHAIN_RESTART)
                            .witness(Role.SUCCESSOR, around.after(s)));
        }
        return new Cause.Charged(link(CHAIN_RESTART, s));
    }

    private Cause absentPredecessor(Sighting s, String link) {
        Sighting before = around.before(s);
        String expected = around.expectedLink(s);
        Sighting successor = expected == null ? null : laterNaming(expected, s);
        if (successor == null && before != null && before.computed() != null) {
            successor = laterNaming(before.computed(), s); // its hash field was edited
        }
        if (successor != null) {
            return new Cause.Charged(link(RECORD_INSERTED, s).witness(Role.SUCCESSOR, successor));
        }
        if (before == null || !before.right()) {
            return new Cause.HangsBelow();
        }
        if (proof.nothingIsMissingBefore(s.record(), link)) {
            return new Cause.Charged(
                    Finding.link(RECORD_REWRITTEN, before, link).witness(Role.SUCCESSOR, s));
        }
        return new Cause.Charged(link(RECORD_MISSING, s).or(RECORD_REWRITTEN));
    }

    private @Nullable Sighting laterNaming(String hash, Sighting s) {
        return hash.equals(around.anchor())
                ? null
                : firstRight(search.of(hash).namedBy, s.record() + 1, Long.MAX_VALUE);
    }

    private @Nullable Sighting earlierTwin(Sighting s) {
        String stored = s.stored();
        return stored == null ? null : firstRight(search.of(stored).carriedBy, 0, s.record());
    }

    /// The first of some places within `[from, to)` whose record is itself right.
    private @Nullable Sighting firstRight(NavigableMap<Long, Sighting> places, long from, long to) {
        for (Sighting s : places.subMap(from, true, to, false).values()) {
            if (around.right(s)) {
                return s;
            }
        }
        return null;
    }

    /// A record that is there twice may begin a whole stretch that is. The stretch ends where the
    /// copies part, which may be a fork, or at the next suspect record.
    ///
    /// @param copies the log from the second record of the stretch on
    /// @param originals the log from the record after the twin on
    /// @param most how many findings are wanted at most
    List<Finding> stretch(Sighting copy, Sighting twin, Records copies, Records originals, int most)
            throws SourceException {
        List<Finding> findings = new ArrayList<>();
        String last = twin.stored();
        for (int i = 0; i < most; i++) {
            Sighting next = copies.next();
            Sighting original = originals.next();
            Sighting known = next == null ? null : around.seen().get(next.record());
            if (next == null || original == null || known != null && known.suspect()) {
                break;
            }
            if (next.stored() == null || !next.stored().equals(original.stored())) {
                boolean branches = original.record() < copy.record() && around.right(original);
                if (branches && last != null && last.equals(original.link())) {
                    findings.add(Finding.link(FORK, next, null).witness(Role.SIBLING, original));
                }
                break;
            }
            findings.add(Finding.link(RECORD_DUPLICATED, next, null).witness(Role.TWIN, original));
            last = original.stored();
        }
        return findings;
    }
}
