// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static dev.countersign.app.text.Quotes.hash;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.chain.Witness;
import dev.countersign.core.json.JsonProblem;

import org.jspecify.annotations.Nullable;

/// A fault in one sentence: what is wrong, where, and which other records speak for it.
public final class FaultText {
    private FaultText() {}

    /// The sentence, ending in a full stop, or in the dots of a hash.
    public static String sentence(Fault fault) {
        return Quotes.ended(text(fault));
    }

    /// The category by its name in reports, and what evidence makes it that one.
    public static String category(Fault fault) {
        return fault.category().word() + ": " + CategoryText.seenAs(fault.category()) + ".";
    }

    private static String text(Fault fault) {
        return switch (fault.category()) {
            case CONTENT_MODIFIED -> contentModified(fault);
            case HASH_FIELD_MODIFIED -> hashFieldModified(fault);
            case HASH_MISSING -> hashMissing(fault);
            case PREV_FIELD_MODIFIED -> prevFieldModified(fault);
            case GENESIS_MODIFIED -> genesisModified(fault);
            case RECORD_MISSING -> recordMissing(fault);
            case RECORD_INSERTED -> recordInserted(fault);
            case RECORD_DUPLICATED -> recordDuplicated(fault);
            case RECORD_REORDERED -> recordReordered(fault);
            case RECORD_REWRITTEN -> recordRewritten(fault);
            case CHAIN_RESTART -> chainRestart(fault);
            case FORK -> fork(fault);
            case TORN_TAIL -> tornTail(fault);
            case MALFORMED_JSON -> line(fault) + " is not JSON" + because(fault) + ".";
            case MALFORMED_NOT_OBJECT ->
                    line(fault) + " is JSON but not a record: a record is an object in braces.";
            case MALFORMED_ENCODING -> line(fault) + " is not UTF-8" + because(fault) + ".";
            case MALFORMED_BOM ->
                    line(fault) + " starts with a byte-order mark, which is not part of a record.";
            case MALFORMED_MISSING_FIELD -> missingField(fault);
            case MALFORMED_JCS ->
                    Places.of(fault)
                            + " has no canonical form in RFC 8785, so it has no hash"
                            + because(fault)
                            + ".";
            case LIMIT_EXCEEDED -> limitExceeded(fault);
        };
    }

    private static String contentModified(Fault f) {
        if (CategoryText.undecided(f)) {
            return undecided(f);
        }
        String what =
                f.field() == null ? " was edited" : " was edited in " + Quotes.quoted(f.field());
        String carries = Places.of(f) + what + ": it carries the hash " + hash(f.stored());
        String gives = "its text hashes to " + hash(f.computed());
        Witness next = Places.witness(f, Witness.Role.SUCCESSOR);
        if (next == null) {
            return carries + ", but " + gives + ".";
        }
        return names(next, f.stored())
                ? carries + ", and " + at(next) + " names it too, but " + gives + "."
                : carries + ", " + gives + ".";
    }

    /// The last record: no later one says which hash it had.
    private static String undecided(Fault f) {
        String open =
                f.alternatives().contains(FaultCategory.PREV_FIELD_MODIFIED)
                        ? "whether its text or its link was changed"
                        : "which of the two was changed";
        return Places.of(f)
                + " does not match the hash it carries, and no later record tells "
                + open
                + ": it carries "
                + hash(f.stored())
                + ", its text hashes to "
                + hash(f.computed())
                + ".";
    }

    private static String hashFieldModified(Fault f) {
        Witness next = Places.witness(f, Witness.Role.SUCCESSOR);
        String text = "its text hashes to " + hash(f.computed());
        if (next != null && names(next, f.computed())) {
            text += ", and so says " + at(next);
        }
        return "The hash of "
                + Places.inside(f)
                + " was changed to "
                + hash(f.stored())
                + ": "
                + text
                + ".";
    }

    private static String hashMissing(Fault f) {
        Witness next = Places.witness(f, Witness.Role.SUCCESSOR);
        String missing =
                Places.of(f) + " carries no hash; its text hashes to " + hash(f.computed());
        if (next == null) {
            return missing + ".";
        }
        return names(next, f.computed())
                ? missing + ", and so says " + at(next) + "."
                : missing + ", which " + at(next) + " does not name.";
    }

    private static String prevFieldModified(Fault f) {
        return "The link of "
                + Places.inside(f)
                + " was changed to "
                + hash(f.stored())
                + ": with the hash of "
                + Places.before(f)
                + " put back, "
                + hash(f.computed())
                + ", its own hash is right.";
    }

    private static String genesisModified(Fault f) {
        String expected =
                f.computed() == null || f.computed().isEmpty()
                        ? "nothing"
                        : Quotes.quoted(f.computed());
        return Places.of(f)
                + " is the first, but does not say so: its link reads "
                + hash(f.stored())
                + " where "
                + expected
                + " belongs.";
    }

    private static String recordMissing(Fault f) {
        String missing = "One or more records are missing before " + Places.inside(f);
        return f.record() == 0
                ? missing + ": it is the first here, yet its link names " + hash(f.stored()) + "."
                : missing
                        + ": its link names "
                        + hash(f.stored())
                        + ", which no record here carries; "
                        + Places.before(f)
                        + " carries "
                        + hash(f.computed())
                        + ".";
    }

    private static String recordInserted(Fault f) {
        return Places.of(f)
                + " was put in: "
                + Places.after(f)
                + " does not link to it, but to "
                + Places.before(f)
                + ".";
    }

    private static String recordDuplicated(Fault f) {
        Witness twin = Places.witness(f, Witness.Role.TWIN);
        return Places.of(f)
                + " repeats "
                + (twin == null ? "an earlier record" : at(twin))
                + " with the same hash.";
    }

    private static String recordReordered(Fault f) {
        Witness named = Places.witness(f, Witness.Role.NAMED_BY_LINK);
        return Places.of(f)
                + " is in the wrong place: its link names "
                + (named == null ? "another record" : at(named))
                + ", not "
                + Places.before(f)
                + ".";
    }

    private static String recordRewritten(Fault f) {
        Witness next = Places.witness(f, Witness.Role.SUCCESSOR);
        String proof =
                next == null || next.link() == null
                        ? "what was seen of it before is another hash"
                        : at(next) + " still names the old hash " + hash(next.link());
        return Places.of(f)
                + " was edited and hashed anew: its own hash is right, but "
                + proof
                + ".";
    }

    private static String chainRestart(Fault f) {
        return "A second chain starts at "
                + Places.inside(f)
                + ": it claims to be the first record and does not link to "
                + Places.before(f)
                + ".";
    }

    private static String fork(Fault f) {
        Witness sibling = Places.witness(f, Witness.Role.SIBLING);
        Witness parent = Places.witness(f, Witness.Role.NAMED_BY_LINK);
        return Places.of(f)
                + " and "
                + (sibling == null ? "an earlier record" : at(sibling))
                + " both follow "
                + (parent == null ? "the same record" : at(parent))
                + (f.stored() == null ? "" : ", head " + Quotes.hash(f.stored()))
                + ", and both are right: two writers, not an edit.";
    }

    private static String tornTail(Fault f) {
        return line(f)
                + ", the last, is torn after "
                + Numbers.count(f.length(), "byte")
                + ": the file ends in mid-line (a crash while writing, or a cut).";
    }

    private static String missingField(Fault f) {
        return Places.of(f)
                + " lacks "
                + (f.field() == null ? "a field" : "the field " + Quotes.quoted(f.field()))
                + " that every record of this format has.";
    }

    private static String limitExceeded(Fault f) {
        JsonProblem problem = f.problem();
        String why = problem == null ? "it is beyond the limit" : ProblemText.what(problem.kind());
        return line(f) + " was not read: " + why + " (" + Numbers.count(f.length(), "byte") + ").";
    }

    private static String because(Fault f) {
        return f.problem() == null ? "" : ": " + ProblemText.clause(f.problem(), f.offset());
    }

    private static String line(Fault f) {
        return "Line " + f.line() + " (record " + f.record() + ")";
    }

    private static String at(Witness w) {
        return Places.name(w);
    }

    private static boolean names(Witness w, @Nullable String hash) {
        return hash != null && hash.equals(w.link());
    }
}
