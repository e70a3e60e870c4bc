// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.FieldFilter;
import dev.countersign.core.json.JsonTape;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The top-level fields that a format speaks of, as bytes to be compared with keys; keeps those
/// that are under the hash.
final class FormatFields implements FieldFilter {
    /// Places in {@link #wanted}.
    static final int HASH = 0;

    static final int LINK = 1;

    final byte[] hash;
    final byte[] link;
    final byte @Nullable [] time;
    final byte @Nullable [] action;

    /// Places in {@link #wanted}, or -1 if the format has no such field.
    final int timePlace;

    final int actionPlace;
    private final List<String> wanted = new ArrayList<>();
    private final List<String> coveredNames;
    private final byte[][] covered;

    FormatFields(ChainFormat format) {
        wanted.add(format.hashField());
        wanted.add(format.prevField());
        hash = utf8(format.hashField());
        link = utf8(format.prevField());
        time = optional(format.timeField());
        timePlace = place(format.timeField());
        // the action is looked at only to see the completion
        String actionField = format.completion() == null ? null : format.actionField();
        action = optional(actionField);
        actionPlace = place(actionField);
        coveredNames = format.covered();
        covered = coveredNames.stream().map(FormatFields::utf8).toArray(byte[][]::new);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] optional(@Nullable String name) {
        return name == null ? null : utf8(name);
    }

    private int place(@Nullable String name) {
        if (name == null) {
            return -1;
        }
        wanted.add(name);
        return wanted.size() - 1;
    }

    /// The fields whose values are looked at.
    List<String> wanted() {
        return wanted;
    }

    @Override
    public boolean keeps(JsonTape tape, int key) {
        return covered.length == 0 ? !tape.keyIs(key, hash) : isCovered(tape, key);
    }

    private boolean isCovered(JsonTape tape, int key) {
        for (byte[] name : covered) {
            if (tape.keyIs(key, name)) {
                return true;
            }
        }
        return false;
    }

    /// A covered field that an object lacks, or null.
    @Nullable String missing(JsonTape tape) {
        for (int i = 0; i < covered.length; i++) {
            if (tape.find(covered[i]) < 0) {
                return coveredNames.get(i);
            }
        }
        return null;
    }

    /// A top-level key that is there twice though not under the hash (those that are, the writer
    /// sees), or -1.
    int repeatedAside(JsonTape tape) {
        Set<String> names = new HashSet<>();
        for (int k = 1; k < tape.after(0); k = tape.after(k + 1)) {
            if (!keeps(tape, k) && !names.add(tape.string(k))) {
                return k;
            }
        }
        return -1;
    }

    /// Top-level fields that are neither covered nor the hash, where a format names what it covers.
    List<String> notCovered(JsonTape tape) {
        if (covered.length == 0) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (int k = 1; k < tape.after(0); k = tape.after(k + 1)) {
            if (!isCovered(tape, k) && !tape.keyIs(k, hash)) {
                names.add(tape.string(k));
            }
        }
        return List.copyOf(names);
    }
}
