// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.chain.Checkpoint;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// A log in memory, to be edited like one on disk. Immutable: every edit gives another log.
///
/// @param format how it is chained
/// @param lines in file order
public record GeneratedLog(ChainFormat format, List<LogLine> lines) {
    public GeneratedLog {
        lines = List.copyOf(lines);
    }

    /// How many lines there are.
    public int size() {
        return lines.size();
    }

    /// What a line says.
    public SlowValue.Obj record(int i) {
        return lines.get(i).record();
    }

    /// The hash that a line carries.
    public String hash(int i) {
        return Objects.requireNonNull(record(i).text(format.hashField()));
    }

    /// The hash that the line before carries; before the first one, the genesis value.
    public String before(int i) {
        return i == 0 ? format.genesis() : hash(i - 1);
    }

    /// With a record edited; nothing is hashed anew.
    public GeneratedLog edit(int i, UnaryOperator<SlowValue.Obj> edit) {
        return line(i, line -> LogLine.of(edit.apply(line.record())));
    }

    /// With a record edited and hashed anew; the records after it stay.
    public GeneratedLog editSealed(int i, UnaryOperator<SlowValue.Obj> edit) {
        return edit(i, record -> SlowChain.sealed(format, edit.apply(record)));
    }

    /// With the bytes of a line changed.
    public GeneratedLog line(int i, UnaryOperator<LogLine> edit) {
        List<LogLine> next = new ArrayList<>(lines);
        next.set(i, edit.apply(next.get(i)));
        return new GeneratedLog(format, next);
    }

    /// With the bytes of every line changed.
    public GeneratedLog everyLine(UnaryOperator<LogLine> edit) {
        return new GeneratedLog(format, lines.stream().map(edit).toList());
    }

    /// With every record from here on linked and hashed anew.
    public GeneratedLog rebuilt(int from) {
        GeneratedLog log = this;
        for (int i = from; i < size(); i++) {
            String link = log.before(i);
            log = log.edit(i, record -> SlowChain.below(format, link, record));
        }
        return log;
    }

    /// Without some lines.
    public GeneratedLog without(int from, int to) {
        List<LogLine> next = new ArrayList<>(lines);
        next.subList(from, to).clear();
        return new GeneratedLog(format, next);
    }

    /// With lines put before the one that stands there.
    public GeneratedLog insert(int i, List<LogLine> more) {
        List<LogLine> next = new ArrayList<>(lines);
        next.addAll(i, more);
        return new GeneratedLog(format, next);
    }

    /// With a line put before the one that stands there.
    public GeneratedLog insert(int i, LogLine more) {
        return insert(i, List.of(more));
    }

    /// With a line taken out and put back elsewhere.
    public GeneratedLog move(int from, int to) {
        return without(from, from + 1).insert(to, lines.get(from));
    }

    /// With a run of lines in the opposite order.
    public GeneratedLog reversed(int from, int to) {
        List<LogLine> next = new ArrayList<>(lines);
        Collections.reverse(next.subList(from, to));
        return new GeneratedLog(format, next);
    }

    /// The log as a file.
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (LogLine line : lines) {
            out.writeBytes(line.text());
            out.writeBytes(SlowLines.bytes(line.end()));
        }
        return out.toByteArray();
    }

    /// What somebody would note down of the log as it is.
    public Checkpoint checkpoint() {
        LogLine last = lines.getLast();
        byte[] bytes = line(size() - 1, l -> l.ended("")).toBytes();
        String head = Objects.requireNonNull(last.record().text(format.hashField()));
        return new Checkpoint(format.name(), size(), head, SlowChain.sha256(bytes), null);
    }
}
