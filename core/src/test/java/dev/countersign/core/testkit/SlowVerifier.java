// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Goes through a log line by line, as FORMATS 2 and 3 say it, and tells right from wrong; it does
/// not say why.
public final class SlowVerifier {
    private final ChainFormat format;
    private final Map<ByteBuffer, Own> known;

    private SlowVerifier(ChainFormat format, Map<ByteBuffer, Own> known) {
        this.format = format;
        this.known = known;
    }

    /// One for logs that share most of their lines with this one: what those say by themselves is
    /// found out once.
    public static SlowVerifier knowing(ChainFormat format, byte[] log) {
        Map<ByteBuffer, Own> known = new HashMap<>();
        for (SlowLines.Line line : SlowLines.of(log)) {
            known.put(ByteBuffer.wrap(line.text()), own(format, line.text()));
        }
        return new SlowVerifier(format, Map.copyOf(known));
    }

    /// What is to be said of one record without looking further than the record before.
    public enum State {
        /// Own hash and link are right.
        RIGHT,
        /// Own hash right, but the link is not the hash that the record before carries.
        WRONG_LINK,
        /// Own hash absent or wrong.
        WRONG_HASH,
        /// Not a record.
        MALFORMED
    }

    /// One line that is not blank.
    ///
    /// @param line 1-based, counting all lines
    /// @param offset of the line's first byte
    /// @param length of the line without its end
    /// @param state what it is
    /// @param stored the hash it carries, if a string
    /// @param computed the hash of what it says, if it could be computed
    /// @param link the hash of the record before that it carries, if a string
    public record Seen(
            long line,
            long offset,
            int length,
            State state,
            @Nullable String stored,
            @Nullable String computed,
            @Nullable String link) {}

    /// All lines that are not blank.
    ///
    /// @param records in file order
    public record Result(List<Seen> records) {
        public Result {
            records = List.copyOf(records);
        }

        /// Whether there are records, and all are right.
        public boolean intact() {
            return !records.isEmpty() && firstWrong() < 0;
        }

        /// The first record that is not right, or -1.
        public int firstWrong() {
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).state() != State.RIGHT) {
                    return i;
                }
            }
            return -1;
        }

        /// Stored hash of the last record whose own hash is right, if any.
        public @Nullable String head() {
            String head = null;
            for (Seen seen : records) {
                boolean own = seen.state() == State.RIGHT || seen.state() == State.WRONG_LINK;
                head = own ? seen.stored() : head;
            }
            return head;
        }
    }

    /// Verifies a whole log that starts at the genesis.
    public static Result verify(ChainFormat format, byte[] log) {
        return new SlowVerifier(format, Map.of()).verify(log);
    }

    /// Verifies a whole log that starts at the genesis.
    public Result verify(byte[] log) {
        List<Seen> records = new ArrayList<>();
        String expected = format.genesis();
        for (SlowLines.Line line : SlowLines.of(log)) {
            Own own = known.get(ByteBuffer.wrap(line.text()));
            Seen seen = seen(line, own == null ? own(format, line.text()) : own, expected);
            expected = seen.stored();
            records.add(seen);
        }
        return new Result(records);
    }

    /// What a line says by itself, whatever is before it: never a wrong link.
    private record Own(
            State state,
            @Nullable String stored,
            @Nullable String computed,
            @Nullable String link) {}

    private static Own own(ChainFormat format, byte[] text) {
        SlowValue.Obj record = parsed(text);
        if (record == null) {
            return new Own(State.MALFORMED, null, null, null);
        }
        String stored = record.text(format.hashField());
        String link = record.text(format.prevField());
        boolean complete = record.fields().keySet().containsAll(format.covered());
        if (stored != null && (link == null || !complete)) {
            return new Own(State.MALFORMED, stored, null, link);
        }
        try {
            String computed = SlowChain.hash(format, record);
            State state = computed.equals(stored) ? State.RIGHT : State.WRONG_HASH;
            return new Own(state, stored, computed, link);
        } catch (SlowJson.NotJcs e) {
            return new Own(State.MALFORMED, stored, null, link);
        }
    }

    private static SlowValue.@Nullable Obj parsed(byte[] text) {
        try {
            return SlowJson.parse(text) instanceof SlowValue.Obj record ? record : null;
        } catch (SlowJson.NotJson e) {
            return null;
        }
    }

    private static Seen seen(SlowLines.Line line, Own own, @Nullable String expected) {
        boolean linked = own.state() != State.RIGHT || Objects.equals(own.link(), expected);
        return new Seen(
                line.line(),
                line.offset(),
                line.text().length,
                linked ? own.state() : State.WRONG_LINK,
                own.stored(),
                own.computed(),
                own.link());
    }
}
