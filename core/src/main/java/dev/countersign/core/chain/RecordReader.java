// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.chain;

import dev.countersign.core.json.CanonicalProfile;
import dev.countersign.core.json.CanonicalWriter;
import dev.countersign.core.json.JsonProblem;
import dev.countersign.core.json.JsonReader;
import dev.countersign.core.json.JsonTape;
import dev.countersign.core.json.RecordShapes;
import dev.countersign.core.source.InStep;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads one line at a time as a record of a format: its hash, link, time and action, and the hash
/// of what it says.
///
/// Two ways lead to the same answer: known shapes of producer's text (quick), and full parsing
/// (everything else). After a read the fields tell about that line, until the next read. Not for
/// concurrent use.
final class RecordReader {
    /// CPython 3.11 converts no integer of more digits.
    private static final int PYTHON_DIGITS = 4_300;

    /// CPython 3.11 gives up at about this nesting.
    private static final int PYTHON_DEPTH = 1_000;

    /// A longest line or count of values of so many is nothing to be kept in memory for.
    private static final int MOST_KEPT = 1 << 19;

    /// A longer line is for the first of neighbours: each keeps room for the longest it has read.
    private static final int LONGEST_BESIDE = 1 << 15;

    /// What a line turned out to be.
    enum Status {
        /// The hash it carries is the hash of what it says.
        RIGHT,
        /// It is not.
        WRONG,
        /// It carries no hash.
        NO_HASH,
        /// It is not a record.
        MALFORMED
    }

    final ChainFormat format;
    final Span hash = new Span();
    final Span link = new Span();
    final Span time = new Span();
    final Span action = new Span();
    Status status = Status.MALFORMED;
    int end;

    /// Bytes of the line beyond {@link #end}: a line over the limit is not held in memory.
    long beyond;

    boolean respelled;
    @Nullable String repeatedKey;
    boolean producerCannotRead;
    boolean maybeSplits;
    List<String> notCovered = List.of();
    @Nullable FaultCategory malformed;
    @Nullable JsonProblem problem;
    @Nullable String missingField;

    private final HexDigest digest;
    private final boolean hashing;
    private final FormatFields fields;
    private final @Nullable RecordShapes shapes;
    private final JsonReader reader;
    private final CanonicalWriter writer = new CanonicalWriter();
    private final Limits limits;
    private final int longest;
    private @Nullable RecordReader companion;

    /// So many bytes of the line recognized last are hashed.
    private int covered;

    /// @param hashing whether to compute hashes; without, every record with a hash counts as right
    /// @param fast whether known shapes may be used
    RecordReader(ChainFormat format, Limits limits, boolean hashing, boolean fast) {
        this.format = format;
        this.limits = limits;
        this.longest = Integer.MAX_VALUE;
        this.hashing = hashing;
        this.digest = new HexDigest(format.digest());
        this.reader = new JsonReader(limits.maxValues());
        this.fields = new FormatFields(format);
        this.shapes =
                fast && format.profile() != CanonicalProfile.J
                        ? new RecordShapes(format.profile(), fields, fields.wanted())
                        : null;
    }

    private RecordReader(RecordReader like, RecordShapes shapes) {
        this.format = like.format;
        this.limits = like.limits;
        this.longest = LONGEST_BESIDE;
        this.hashing = like.hashing;
        this.digest = new HexDigest(format.digest());
        this.reader = new JsonReader(limits.maxValues());
        this.fields = like.fields;
        this.shapes = shapes;
    }

    /// Another one for the quick way, which knows the shapes that this one learns; null if there is
    /// nothing to be gained by more.
    @Nullable RecordReader companion() {
        if (companion == null && shapes != null && hashing) {
            companion = new RecordReader(this, shapes.companion());
        }
        return companion;
    }

    /// Whether another log may be read with it: it can learn still, and does not hold much.
    boolean worthKeeping() {
        return reader.tape().room() <= MOST_KEPT && (shapes == null || shapes.learning(MOST_KEPT));
    }

    /// Length of the line that starts at `from`, in bytes, without its end.
    long length(int from) {
        return end - from + beyond;
    }

    /// Whether the line read last the exact way is a JSON object; then {@link #tape} holds it.
    boolean isObject() {
        return status != Status.MALFORMED || malformed == FaultCategory.MALFORMED_MISSING_FIELD;
    }

    /// The line read last the exact way, if it is JSON.
    JsonTape tape() {
        return reader.tape();
    }

    /// The computed hash of the line read last, if it is a record.
    HexDigest computed() {
        return digest;
    }

    /// Tries the quick way on a line that starts at `from`. It knows right records only; what is
    /// not right is worth the exact way. {@link RecordShapes#PADDING} readable bytes must follow
    /// the text, a line feed first.
    ///
    /// @return whether it is a record in the text of a producer, and right if its hash is; then
    ///   {@link #end} is just after its closing brace
    boolean recognizes(byte[] b, int from) {
        RecordShapes shapes = this.shapes;
        if (shapes == null || !shapes.match(b, from)) {
            return false;
        }
        int lineEnd = shapes.end();
        int hashStart = shapes.start(FormatFields.HASH);
        int linkStart = shapes.start(FormatFields.LINK);
        if (lineEnd - from > longest
                || b[lineEnd] != '\n' && b[lineEnd] != '\r'
                || hashStart < 0
                || linkStart < 0
                || b[hashStart] != '"'
                || b[linkStart] != '"') {
            return false;
        }
        clear(lineEnd);
        status = Status.RIGHT;
        hash.set(b, hashStart + 1, shapes.end(FormatFields.HASH) - 1);
        link.set(b, linkStart + 1, shapes.end(FormatFields.LINK) - 1);
        time.set(b, shapes, fields.timePlace);
        action.set(b, shapes, fields.actionPlace);
        notCovered = shapes.notCovered();
        if (link.hasBackslash() || !hashing && hash.hasBackslash()) {
            return false; // only the exact way resolves escapes
        }
        if (hashing) {
            covered = shapes.writeCanonical(b, from); // may change the buffer
        }
        return true;
    }

    /// Begins the hash of the line that was recognized last, and that of a neighbour.
    ///
    /// @param beside is done in step
    void hash(@Nullable RecordReader neighbour, @Nullable InStep beside) {
        if (!hashing || shapes == null) {
            return;
        }
        byte[] text = shapes.canonicalBytes();
        if (neighbour != null && neighbour.shapes != null) {
            byte[] other = neighbour.shapes.canonicalBytes();
            HexDigest.inStep(
                    digest, text, covered, neighbour.digest, other, neighbour.covered, beside);
        } else {
            digest.update(text, 0, covered);
        }
    }

    /// Ends the hash that was begun.
    ///
    /// @return whether the line carries it
    boolean right() {
        if (hashing) {
            digest.finish();
        }
        return !hashing || digest.equalsHex(hash);
    }

    /// Reads the line `[from, to)` the exact way.
    ///
    /// @param teach whether the shape of the line may be learned, so that the quick way knows it
    ///   from now on
    void read(byte[] b, int from, int to, boolean teach) {
        clear(to);
        JsonProblem found =
                to - from > limits.maxLineBytes()
                        ? new JsonProblem(JsonProblem.Kind.TOO_LONG, limits.maxLineBytes())
                        : reader.read(b, from, to);
        if (found != null) {
            maybeSplits = true;
            malformed(FaultCategory.of(found.kind()), found, null);
            return;
        }
        JsonTape tape = reader.tape();
        if (!tape.isObject(0)) {
            malformed(FaultCategory.MALFORMED_NOT_OBJECT, null, null);
            return;
        }
        readObject(tape);
        if (status == Status.RIGHT && teach && shapes != null && repeatedKey == null) {
            shapes.learn(tape);
        }
    }

    private void clear(int to) {
        end = to;
        beyond = 0;
        hash.clear();
        link.clear();
        time.clear();
        action.clear();
        malformed = null;
        problem = null;
        missingField = null;
        respelled = false;
        repeatedKey = null;
        producerCannotRead = false;
        maybeSplits = false;
        notCovered = List.of();
    }

    private void malformed(
            FaultCategory category, @Nullable JsonProblem problem, @Nullable String field) {
        status = Status.MALFORMED;
        malformed = category;
        this.problem = problem;
        missingField = field;
    }

    private void readObject(JsonTape tape) {
        boolean python = format.profile() != CanonicalProfile.J;
        producerCannotRead =
                python && (tape.longestInteger() > PYTHON_DIGITS || tape.depth() > PYTHON_DEPTH);
        maybeSplits = !tape.ascii(); // bare control characters would not be JSON
        notCovered = fields.notCovered(tape);
        time.set(tape, fields.time);
        action.set(tape, fields.action);
        link.set(tape, fields.link);
        hash.set(tape, fields.hash);
        String missing = link.absent() ? format.prevField() : fields.missing(tape);
        if (missing != null && !hash.absent()) {
            malformed(FaultCategory.MALFORMED_MISSING_FIELD, null, missing);
            return;
        }
        if (!hashing) {
            status = hash.absent() ? Status.NO_HASH : Status.RIGHT;
            return;
        }
        JsonProblem unrepresentable = writer.write(tape, format.profile(), fields, digest::update);
        digest.finish();
        if (unrepresentable != null) {
            malformed(FaultCategory.MALFORMED_JCS, unrepresentable, null);
            return;
        }
        int repeated = Math.max(writer.repeatedKey(), fields.repeatedAside(tape));
        repeatedKey = repeated < 0 ? null : tape.string(repeated);
        status =
                hash.absent()
                        ? Status.NO_HASH
                        : digest.equalsHex(hash) ? Status.RIGHT : Status.WRONG;
        respelled =
                python
                        && status == Status.RIGHT
                        && (!tape.producerSpacing()
                                || !writer.producerSpelling()
                                || repeatedKey != null);
    }

    /// The hash that the line read last the exact way would have with another link in it, in hex.
    String computeWithLink(byte[] b, int from, int to, String otherLink) {
        return LinkSwap.compute(reader, b, from, to, format, otherLink, fields);
    }
}
