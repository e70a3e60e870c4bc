// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.chain.Witness.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A diagnosis on its way to becoming a {@link Fault}: what, whom it is charged to, and what speaks
/// for it.
final class Finding {
    final FaultCategory category;
    final Sighting charged;
    private final @Nullable String stored;
    private final @Nullable String computed;
    private final List<FaultCategory> alternatives = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private @Nullable String field;

    private Finding(
            FaultCategory category,
            Sighting charged,
            @Nullable String stored,
            @Nullable String computed) {
        this.category = category;
        this.charged = charged;
        this.stored = stored;
        this.computed = computed;
    }

    /// A fault of what the record says: the hash it carries against the hash that it has.
    static Finding content(FaultCategory category, Sighting s) {
        return new Finding(category, s, s.stored(), s.computed());
    }

    /// A fault of where the record stands: the link it carries against the link it should carry.
    static Finding link(FaultCategory category, Sighting s, @Nullable String expected) {
        return new Finding(category, s, s.link(), expected);
    }

    /// A line that is not a record.
    static Finding malformed(FaultCategory category, Sighting s) {
        Finding f = new Finding(category, s, null, null);
        f.field = s.missingField();
        return f;
    }

    Finding or(FaultCategory alternative) {
        alternatives.add(alternative);
        return this;
    }

    Finding field(String name) {
        field = name;
        return this;
    }

    Finding witness(Role role, @Nullable Sighting s) {
        if (s != null) {
            witnesses.add(s.as(role));
        }
        return this;
    }

    Fault toFault() {
        return new Fault(
                charged.record(),
                charged.line(),
                charged.offset(),
                charged.length(),
                category,
                alternatives,
                stored,
                computed,
                witnesses,
                charged.problem(),
                field);
    }

    /// Whether what links to the charged record is still tied to the start of the chain, if it was
    /// before.
    boolean anchorsSuccessors() {
        return switch (category) {
            case HASH_FIELD_MODIFIED,
                    HASH_MISSING,
                    PREV_FIELD_MODIFIED,
                    RECORD_DUPLICATED,
                    RECORD_REORDERED,
                    CHAIN_RESTART,
                    FORK ->
                    true;
            case GENESIS_MODIFIED ->
                    !charged.right(); // put back, its hash holds: the rest hangs on that
            case CONTENT_MODIFIED,
                    RECORD_MISSING,
                    RECORD_INSERTED,
                    RECORD_REWRITTEN,
                    TORN_TAIL,
                    MALFORMED_JSON,
                    MALFORMED_NOT_OBJECT,
                    MALFORMED_ENCODING,
                    MALFORMED_BOM,
                    MALFORMED_MISSING_FIELD,
                    MALFORMED_JCS,
                    LIMIT_EXCEEDED ->
                    false;
        };
    }
}
