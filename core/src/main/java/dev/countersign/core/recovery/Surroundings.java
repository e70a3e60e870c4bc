// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.JsonValue.JsonObject;
import dev.countersign.core.json.JsonValue.Member;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What stands around a record: the other records, and what lies beside the log.
final class Surroundings {
    /// So many records before and after are listened to.
    private static final int REACH = 1_500;

    private static final int MOST_KEYS = 80;

    private final ChainFormat format;
    private final long record;
    private final Vocabulary vocabulary = new Vocabulary();
    private final NavigableMap<Long, JsonObject> records = new TreeMap<>();

    Surroundings(LogWindow window, BesideLog beside, ChainFormat format, long record) {
        this.format = format;
        this.record = record;
        hear(window, record);
        for (int distance = 1; distance <= REACH; distance++) {
            hear(window, record - distance);
            hear(window, record + distance);
            if (distance == 20) {
                beside.values().forEach(vocabulary::add);
                beside.texts().forEach(vocabulary::addText);
                vocabulary.addFixed();
            }
        }
    }

    private void hear(LogWindow window, long number) {
        byte[] line = window.line(number);
        if (line != null && BesideLog.json(line) instanceof JsonObject object) {
            records.put(number, object);
            vocabulary.add(object);
        }
    }

    ChainFormat format() {
        return format;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /// The record itself, if the line is an object.
    @Nullable JsonObject standing() {
        return records.get(record);
    }

    /// Keys of records of the same action, else of all, the nearest first.
    Set<String> likelyKeys() {
        String field = format.actionField();
        JsonObject own = standing();
        String action = field == null || own == null ? null : own.string(field);
        Set<String> keys = new LinkedHashSet<>();
        for (boolean same : List.of(true, false)) {
            for (JsonObject other : records.values()) {
                if (field == null
                        || !same
                        || action != null && action.equals(other.string(field))) {
                    other.members().stream()
                            .map(Member::key)
                            .filter(format::covers)
                            .forEach(keys::add);
                }
            }
        }
        FixedWords.keys().stream().filter(format::covers).forEach(keys::add);
        return new LinkedHashSet<>(keys.stream().limit(MOST_KEYS).toList());
    }

    /// The time of the nearest record before that has one.
    @Nullable String timeBefore() {
        return time(records.headMap(record, false).descendingMap());
    }

    /// The time of the nearest record after that has one.
    @Nullable String timeAfter() {
        return time(records.tailMap(record, false));
    }

    private @Nullable String time(NavigableMap<Long, JsonObject> others) {
        String field = format.timeField();
        for (JsonObject other : others.values()) {
            String time = field == null ? null : other.string(field);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
