// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import static dev.countersign.core.chain.FaultCategory.CHAIN_RESTART;
import static dev.countersign.core.chain.FaultCategory.CONTENT_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.FORK;
import static dev.countersign.core.chain.FaultCategory.GENESIS_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.HASH_MISSING;
import static dev.countersign.core.chain.FaultCategory.MALFORMED_JSON;
import static dev.countersign.core.chain.FaultCategory.PREV_FIELD_MODIFIED;
import static dev.countersign.core.chain.FaultCategory.RECORD_DUPLICATED;
import static dev.countersign.core.chain.FaultCategory.RECORD_INSERTED;
import static dev.countersign.core.chain.FaultCategory.RECORD_MISSING;
import static dev.countersign.core.chain.FaultCategory.RECORD_REORDERED;
import static dev.countersign.core.chain.FaultCategory.RECORD_REWRITTEN;
import static dev.countersign.core.chain.FaultCategory.TORN_TAIL;

import dev.countersign.core.chain.Witness.Role;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.source.SourceException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;

/// Tells what happened to a chain from its suspect records, their neighbours, and where in the log
/// the hashes in question stand (FORMATS 6).
///
/// The records of a log form a forest: each names its predecessor by hash. In an intact log the
/// forest is one path in file order. A record whose link is not the hash before it therefore either
/// continues an older branch (nothing new is wrong with it: what made the branch was charged
/// already), branches off (fork), stands too early (reordered), is there twice, starts anew, or
/// hangs on something that is not here.
final class Diagnosis {
    /// Hashes a record again with another link in it.
    interface Rehash {
        String withLink(Sighting s, String link) throws SourceException;
    }

    private final ChainFormat format;
    private final NavigableMap<Long, Sighting> seen;
    private final String anchor;
    private final long firstRecord;
    private final long lastRecord;
    private final Rehash rehash;
    private final RewriteProof proof;

    /// @param seen suspect records and their neighbours, by number
    /// @param anchor what the first record's link should say
    /// @param firstRecord number of the first record that was read
    /// @param lastRecord number of the last one
    /// @param proof what a checkpoint says about records that seem to be missing
    Diagnosis(
            ChainFormat format,
            NavigableMap<Long, Sighting> seen,
            String anchor,
            long firstRecord,
            long lastRecord,
            Rehash rehash,
            RewriteProof proof) {
        this.format = format;
        this.seen = seen;
        this.anchor = anchor;
        this.firstRecord = firstRecord;
        this.lastRecord = lastRecord;
        this.rehash = rehash;
        this.proof = proof;
    }

    /// The hashes whose places in the log decide between diagnoses; empty if the neighbours say
    /// enough.
    Set<String> questions() {
        Set<String> hashes = new LinkedHashSet<>();
        for (Sighting s : seen.values()) {
            if (s.suspect() && s.right()) {
                add(hashes, s.link());
                add(hashes, s.stored());
                Sighting before = before(s);
                add(hashes, before == null ? null : tip(before));
            }
        }
        hashes.remove(anchor);
        return hashes;
    }

    private static void add(Set<String> hashes, @Nullable String hash) {
        if (hash != null) {
            hashes.add(hash);
        }
    }

    /// Everything that is wrong, in record order, and the state of every record.
    ChainPicture diagnose(HashSearch search) throws SourceException {
        ChainPicture picture = new ChainPicture(firstRecord);
        for (Sighting s : seen.values()) {
            if (!s.suspect()) {
                continue;
            }
            Cause cause = cause(s, search);
            switch (cause) {
                case Cause.Charged(Finding finding) -> picture.fault(finding);
                case Cause.Continues(Sighting tip) -> picture.continues(s.record(), tip.record());
                case Cause.Follows() -> picture.follows(s.record());
                case Cause.HangsBelow() -> picture.hangs(s.record());
            }
        }
        picture.end(lastRecord + 1);
        return picture;
    }

    /// Why a record is suspect.
    private sealed interface Cause {
        /// Because of this.
        record Charged(Finding finding) implements Cause {}

        /// It continues an older branch, whose tip this is.
        record Continues(Sighting tip) implements Cause {}

        /// It follows the record before after all.
        record Follows() implements Cause {}

        /// The record before is faulty: nothing more can be said.
        record HangsBelow() implements Cause {}
    }

    private Cause cause(Sighting s, HashSearch search) throws SourceException {
        return switch (s.status()) {
            case MALFORMED -> new Cause.Charged(malformed(s));
            case NO_HASH ->
                    new Cause.Charged(
                            Finding.content(HASH_MISSING, s)
                                    .field(format.hashField())
                                    .witness(Role.PREDECESSOR, before(s))
                                    .witness(Role.SUCCESSOR, after(s)));
            case WRONG ->
                    new Cause.Charged(
                            ownHashWrong(s)
                                    .witness(Role.PREDECESSOR, before(s))
                                    .witness(Role.SUCCESSOR, after(s)));
            case RIGHT -> linkWrong(s, search);
        };
    }

    private @Nullable Sighting before(Sighting s) {
        return seen.get(s.record() - 1);
    }

    private @Nullable Sighting after(Sighting s) {
        return seen.get(s.record() + 1);
    }

    /// The hash that a record's successor should name: what it carries, or what it should carry
    /// where that was edited and the successor still knows.
    private @Nullable String tip(Sighting s) {
        if (s.isMalformed()) {
            return null;
        }
        Sighting next = after(s);
        boolean successorKnowsComputed =
                next != null && s.computed() != null && s.computed().equals(next.link());
        return !s.right() && successorKnowsComputed ? s.computed() : s.stored();
    }

    private @Nullable String expectedLink(Sighting s) {
        if (s.record() == firstRecord) {
            return anchor;
        }
        Sighting before = before(s);
        return before == null ? null : tip(before);
    }

    private Finding malformed(Sighting s) {
        FaultCategory category = s.malformed() == null ? MALFORMED_JSON : s.malformed();
        boolean breaksOff =
                s.problem() != null && s.problem().kind() == JsonProblem.Kind.ENDS_EARLY;
        boolean torn = breaksOff && !s.terminated() && s.record() == lastRecord;
        return Finding.malformed(torn ? TORN_TAIL : category, s)
                .witness(Role.PREDECESSOR, before(s));
    }

    private Finding ownHashWrong(Sighting s) throws SourceException {
        String stored = s.stored();
        if (stored == null || !LogAssembly.isHash(stored, format)) {
            return Finding.content(HASH_FIELD_MODIFIED, s).field(format.hashField());
        }
        String expected = expectedLink(s);
        Sighting next = after(s);
        String named = next == null || next.isMalformed() ? null : next.link();
        boolean linkHolds = expected == null || expected.equals(s.link());
        if (linkHolds && stored.equals(named)) {
            return Finding.content(CONTENT_MODIFIED, s);
        }
        if (s.computed() != null && s.computed().equals(named)) {
            return Finding.content(HASH_FIELD_MODIFIED, s).field(format.hashField());
        }
        boolean genesis = s.record() == firstRecord;
        if (s.record() == lastRecord && !genesis) {
            // FORMATS 6: without a successor the log alone does not tell which of them it was
            return Finding.content(CONTENT_MODIFIED, s)
                    .or(linkHolds ? HASH_FIELD_MODIFIED : PREV_FIELD_MODIFIED);
        }
        if (expected != null && !linkHolds && stored.equals(rehash.withLink(s, expected))) {
            return Finding.link(genesis ? GENESIS_MODIFIED : PREV_FIELD_MODIFIED, s, expected)
                    .field(format.prevField());
        }
        if (expected != null && expected.equals(named)) {
            return Finding.content(RECORD_INSERTED, s);
        }
        Finding edited = Finding.content(CONTENT_MODIFIED, s);
        return s.record() == lastRecord ? edited.or(HASH_FIELD_MODIFIED) : edited;
    }

    private Cause linkWrong(Sighting s, HashSearch search) {
        String link = s.link();
        if (link == null) {
            throw new IllegalStateException("a right record has a link");
        }
        if (link.equals(expectedLink(s))) {
            return new Cause.Follows();
        }
        if (s.record() == firstRecord) {
            return new Cause.Charged(firstRecordWrong(s, link, search));
        }
        Sighting twin = earlierTwin(s, search);
        if (twin != null) {
            return new Cause.Charged(link(RECORD_DUPLICATED, s).witness(Role.TWIN, twin));
        }
        if (link.equals(anchor)) {
            return restart(s, search);
        }
        Sighting named = firstRight(search.of(link).carriedBy, 0, Long.MAX_VALUE);
        if (named == null) {
            return absentPredecessor(s, link, search);
        }
        if (named.record() > s.record()) {
            return new Cause.Charged(link(RECORD_REORDERED, s).witness(Role.NAMED_BY_LINK, named));
        }
        Sighting sibling = firstRight(search.of(link).namedBy, 0, s.record());
        if (sibling != null) {
            return new Cause.Charged(
                    link(FORK, s)
                            .witness(Role.NAMED_BY_LINK, named)
                            .witness(Role.SIBLING, sibling));
        }
        return new Cause.Continues(named);
    }

    private Finding link(FaultCategory category, Sighting s) {
        return Finding.link(category, s, expectedLink(s)).witness(Role.PREDECESSOR, before(s));
    }

    private Finding firstRecordWrong(Sighting s, String link, HashSearch search) {
        if (!LogAssembly.isHash(link, format)) {
            return Finding.link(GENESIS_MODIFIED, s, anchor).field(format.prevField());
        }
        Sighting named = firstRight(search.of(link).carriedBy, 0, Long.MAX_VALUE);
        Finding missing = Finding.link(RECORD_MISSING, s, anchor);
        return named == null
                ? missing.or(GENESIS_MODIFIED)
                : missing.or(RECORD_REORDERED).witness(Role.NAMED_BY_LINK, named);
    }

    /// A genesis record after the first: the start of another log, unless its neighbours know each
    /// other.
    private Cause restart(Sighting s, HashSearch search) {
        Sighting before = before(s);
        if (before != null && nothingRightBefore(s)) {
            return new Cause.Follows();
        }
        Sighting child =
                s.stored() == null
                        ? null
                        : firstRight(search.of(s.stored()).namedBy, 0, s.record());
        if (child != null) {
            return new Cause.Charged(link(RECORD_REORDERED, s).witness(Role.SUCCESSOR, child));
        }
        if (neighboursKnowEachOther(s)) {
            return new Cause.Charged(
                    link(RECORD_INSERTED, s).or(CHAIN_RESTART).witness(Role.SUCCESSOR, after(s)));
        }
        return new Cause.Charged(link(CHAIN_RESTART, s));
    }

    /// Whether no right record precedes: then a genesis record is where it belongs.
    private boolean nothingRightBefore(Sighting s) {
        for (long r = s.record() - 1; r >= firstRecord; r--) {
            Sighting earlier = seen.get(r);
            if (earlier == null || earlier.right()) {
                return false;
            }
        }
        return true;
    }

    private boolean neighboursKnowEachOther(Sighting s) {
        Sighting next = after(s);
        String expected = expectedLink(s);
        return next != null && expected != null && expected.equals(next.link());
    }

    private Cause absentPredecessor(Sighting s, String link, HashSearch search) {
        Sighting before = before(s);
        String expected = expectedLink(s);
        if (expected != null && !expected.equals(anchor)) {
            Sighting successor =
                    firstRight(search.of(expected).namedBy, s.record() + 1, Long.MAX_VALUE);
            if (successor != null) {
                return new Cause.Charged(
                        link(RECORD_INSERTED, s).witness(Role.SUCCESSOR, successor));
            }
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

    private @Nullable Sighting earlierTwin(Sighting s, HashSearch search) {
        String stored = s.stored();
        return stored == null ? null : firstRight(search.of(stored).carriedBy, 0, s.record());
    }

    /// The first of some places within `[from, to)` whose record is itself right.
    private @Nullable Sighting firstRight(NavigableMap<Long, Sighting> places, long from, long to) {
        for (Sighting s : places.subMap(from, true, to, false).values()) {
            Sighting known = seen.get(s.record());
            if (known == null || known.right()) {
                return s;
            }
        }
        return null;
    }
}
