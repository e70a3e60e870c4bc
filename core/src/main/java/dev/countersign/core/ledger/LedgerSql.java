// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A query as the statement of the embedded store. Values are bound, never spelled out.
///
/// @param text with named parameters
/// @param values of the parameters
record LedgerSql(String text, Map<String, String> values) {
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    static LedgerSql of(LedgerQuery query) {
        Builder b = new Builder();
        b.where("at >= ", "first", sortable(query.from(), true));
        b.where("at <= ", "last", sortable(query.to(), false));
        b.where("actor_id = ", "actor", query.actorId());
        b.where("action = ", "action", query.action());
        Resource resource = query.resource();
        b.where("resource_type = ", "type", resource == null ? null : resource.type());
        b.where("resource_id = ", "id", resource == null ? null : resource.id());
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
        private final Map<String, String> values = new LinkedHashMap<>();

        void where(String condition, String name, @Nullable String value) {
            if (value != null) {
                conditions.add(condition + ":" + name);
                values.put(name, value);
            }
        }

        void anyOf(String column, Set<String> words) {
            if (words.isEmpty()) {
                return;
            }
            List<String> names = new ArrayList<>();
            for (String word : words) {
                String name = column + names.size();
                names.add(":" + name);
                values.put(name, word);
            }
            conditions.add(column + " in (" + String.join(", ", names) + ")");
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
