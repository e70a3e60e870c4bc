// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// A query as the statement of the embedded store. Values are bound, never spelled out.
///
/// @param text with a question mark for each value
/// @param values in the order of the question marks
record LedgerSql(String text, List<String> values) {
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    static LedgerSql of(LedgerQuery query) {
        Builder b = new Builder();
        b.where("at >= ", sortable(query.from(), true));
        b.where("at <= ", sortable(query.to(), false));
        b.where("actor_id = ", query.actorId());
        b.where("action = ", query.action());
        Resource resource = query.resource();
        b.where("resource_type = ", resource == null ? null : resource.type());
        b.where("resource_id = ", resource == null ? null : resource.id());
        b.anyOf("actor_type", query.actorTypes());
        b.anyOf("outcome", query.outcomes());
        String direction = query.newestFirst() ? " desc" : "";
        return new LedgerSql(
                "select position, line from ledger"
                        + b.where()
                        + " order by at"
                        + direction
                        + ", position"
                        + direction
                        + " limit "
                        + query.limit(),
                b.values);
    }

    /// Events are counted in microseconds: a bound between two of them moves inwards.
    private static @Nullable String sortable(@Nullable Instant bound, boolean up) {
        if (bound == null) {
            return null;
        }
        Instant micros = bound.truncatedTo(ChronoUnit.MICROS);
        return LedgerLine.sortable(up && !micros.equals(bound) ? micros.plus(MICROSECOND) : micros);
    }

    private static final class Builder {
        private final List<String> conditions = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        void where(String condition, @Nullable String value) {
            if (value != null) {
                conditions.add(condition + "?");
                values.add(value);
            }
        }

        void anyOf(String column, Set<String> words) {
            if (!words.isEmpty()) {
                String marks = String.join(", ", Collections.nCopies(words.size(), "?"));
                conditions.add(column + " in (" + marks + ")");
                values.addAll(words);
            }
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
