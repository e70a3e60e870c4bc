// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.text;

import static dev.countersign.app.text.Quotes.hash;

import dev.countersign.core.chain.Fault;
import dev.countersign.core.chain.Witness;

import org.jspecify.annotations.Nullable;

/// What speaks for a diagnosis, in the few words that a table cell has room for.
public final class EvidenceText {
    private EvidenceText() {}

    /// A clause without the place, which stands in the cells beside it.
    public static String brief(Fault fault) {
        return switch (fault.category()) {
            case CONTENT_MODIFIED -> contentModified(fault);
            case HASH_FIELD_MODIFIED ->
                    names(fault, fault.computed(), "computed", "text hashes differently");
            case HASH_MISSING ->
                    names(fault, fault.computed(), "computed", "no other record names its hash");
            case PREV_FIELD_MODIFIED -> "right once linked to " + Places.before(fault);
            case GENESIS_MODIFIED -> "link reads " + hash(fault.stored());
            case RECORD_MISSING -> "link names " + hash(fault.stored()) + ", not here";
            case RECORD_INSERTED -> Places.after(fault) + " links to " + Places.before(fault);
            case RECORD_DUPLICATED -> "same as " + other(fault, Witness.Role.TWIN);
            case RECORD_REORDERED -> "link names " + other(fault, Witness.Role.NAMED_BY_LINK);
            case RECORD_REWRITTEN ->
                    Places.witness(fault, Witness.Role.SUCCESSOR) == null
                            ? "seen otherwise before"
                            : Places.after(fault) + " names another hash";
            case CHAIN_RESTART -> "does not link to " + Places.before(fault);
            case FORK -> "same link as " + other(fault, Witness.Role.SIBLING);
            case TORN_TAIL -> "breaks off after " + Numbers.count(fault.length(), "byte");
            case MALFORMED_NOT_OBJECT -> "JSON, but not an object in braces";
            case MALFORMED_BOM -> "an editor has saved this file";
            case MALFORMED_MISSING_FIELD -> "no " + named(fault.field());
            case MALFORMED_JSON, MALFORMED_ENCODING, MALFORMED_JCS -> problem(fault);
            case LIMIT_EXCEEDED -> Numbers.count(fault.length(), "byte");
        };
    }

    private static String contentModified(Fault fault) {
        return fault.field() == null
                ? names(fault, fault.stored(), "stored", "text hashes differently")
                : named(fault.field()) + " was changed";
    }

    /// What the record after names, if that is one of ours.
    private static String names(
            Fault fault, @Nullable String hash, String which, String otherwise) {
        Witness next = Places.witness(fault, Witness.Role.SUCCESSOR);
        return next != null && hash != null && hash.equals(next.link())
                ? Places.name(next) + " names the " + which + " hash"
                : otherwise;
    }

    private static String other(Fault fault, Witness.Role role) {
        Witness witness = Places.witness(fault, role);
        return witness == null ? "another record" : Places.name(witness);
    }

    private static String named(@Nullable String field) {
        return field == null ? "field" : Quotes.quoted(field);
    }

    private static String problem(Fault fault) {
        return fault.problem() == null
                ? CategoryText.phrase(fault.category())
                : ProblemText.what(fault.problem().kind()) + ", byte " + fault.problem().at();
    }
}
