// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.FaultCategory;
import dev.countersign.core.testkit.Expected.Diagnosis;
import dev.countersign.core.testkit.Tamper.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// A log about to be tampered with, and the place.
///
/// @param log still right
/// @param position first, middle or last
/// @param at the record, 0-based
/// @param seed for whatever is random
record TamperSite(GeneratedLog log, Position position, int at, long seed) {
    ChainFormat format() {
        return log.format();
    }

    boolean first() {
        return position == Position.FIRST;
    }

    boolean last() {
        return position == Position.LAST;
    }

    /// The key of the nested object that every record has.
    String bodyKey() {
        return format().covered().isEmpty() ? "detail" : "details";
    }

    /// A covered key with a plain string.
    String textKey() {
        return format().covered().isEmpty() ? "step" : "resource_type";
    }

    SlowValue.Obj body() {
        return (SlowValue.Obj) Objects.requireNonNull(log.record(at).get(bodyKey()));
    }

    /// With the record edited, hash kept.
    GeneratedLog edited(UnaryOperator<SlowValue.Obj> edit) {
        return log.edit(at, edit);
    }

    /// With the nested object edited, hash kept.
    GeneratedLog bodyEdited(UnaryOperator<SlowValue.Obj> edit) {
        return edited(record -> record.with(bodyKey(), edit.apply(body())));
    }

    /// With the hash field set.
    GeneratedLog hashed(SlowValue hash) {
        return edited(record -> record.with(format().hashField(), hash));
    }

    /// With the hash field set.
    GeneratedLog hashed(String hash) {
        return hashed(new SlowValue.Str(hash));
    }

    /// With the link set, hash kept.
    GeneratedLog linked(String link) {
        return edited(record -> record.with(format().prevField(), link));
    }

    /// With the link set and the record hashed anew.
    GeneratedLog linkedSealed(String link) {
        return log.editSealed(at, record -> record.with(format().prevField(), link));
    }

    /// A hash that no record has.
    String strangeHash() {
        return SlowChain.hash(format(), log.record(at).with(textKey(), "stranger " + seed));
    }

    /// A right record of another log below any link.
    LogLine stranger(String link) {
        return strangers(link, 1).getFirst();
    }

    /// Right records of another log, the first one below any link.
    List<LogLine> strangers(String link, int count) {
        GeneratedLog other = LogGenerator.generate(format(), count, seed + 77);
        List<LogLine> lines = new ArrayList<>();
        String below = link;
        for (int i = 0; i < count; i++) {
            SlowValue.Obj record = SlowChain.below(format(), below, other.record(i));
            below = Objects.requireNonNull(record.text(format().hashField()));
            lines.add(LogLine.of(record));
        }
        return lines;
    }

    /// Another log, as long as this one.
    GeneratedLog otherLog() {
        return LogGenerator.generate(format(), log.size(), seed + 99);
    }

    static Diagnosis fault(long record, FaultCategory category) {
        return Diagnosis.of(record, category);
    }

    /// These faults and no others.
    Tampered gives(GeneratedLog changed, Diagnosis... faults) {
        return gives(changed, faults.length == 0 ? Expected.intact() : Expected.faults(faults));
    }

    /// One fault here and no other.
    Tampered gives(GeneratedLog changed, FaultCategory category) {
        return gives(changed, fault(at, category));
    }

    Tampered gives(GeneratedLog changed, Expected expected) {
        return Tampered.of(format(), changed.toBytes(), expected);
    }

    Tampered gives(byte[] bytes, Expected expected) {
        return Tampered.of(format(), bytes, expected);
    }
}
