// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;
import dev.countersign.core.json.CanonicalProfile;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/// Streams logs of any size: records from templates with varied values, hashed as they go.
final class BenchLog {
    private static final int FLUSH = 1 << 18;

    private final List<BenchShape> shapes;
    private final SplittableRandom random;
    private final MessageDigest digest;
    private final Bytes lineValues = new Bytes();
    private final Bytes otherValues = new Bytes();
    private final Bytes text = new Bytes();
    private final Bytes out = new Bytes();
    private final BenchValues values;
    private final int[] spans = new int[64 * 4];
    private byte[] link;

    private BenchLog(ChainFormat format, long seed, boolean awkward) {
        this.shapes = BenchTemplates.of(format, awkward);
        this.random = new SplittableRandom(seed);
        this.digest = SlowChain.digest(format.digest().algorithm());
        boolean jcs = format.profile() == CanonicalProfile.J;
        boolean zulu = !format.covered().isEmpty();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        BenchValues.Style style = new BenchValues.Style(jcs, zulu, awkward, start);
        this.values = new BenchValues(random, style, lineValues, otherValues);
        this.link = SlowLines.bytes(format.genesis());
    }

    /// Writes a log.
    ///
    /// @param format A, B or J
    /// @param records how many
    /// @param seed the same seed gives the same log
    /// @param awkward whether every line is spelled as no producer would
    /// @param to where to; stays open
    static void write(ChainFormat format, long records, long seed, boolean awkward, OutputStream to)
            throws IOException {
        BenchLog log = new BenchLog(format, seed, awkward);
        for (long i = 0; i < records; i++) {
            log.record();
            if (log.out.size() > FLUSH) {
                log.out.drain(to);
            }
        }
        log.out.drain(to);
    }

    private void record() {
        BenchShape shape = shapes.get(random.nextInt(shapes.size()));
        fill(shape);
        text.clear();
        assemble(shape.covered(), text, 2);
        text.digest(digest);
        link = SlowLines.bytes(HexFormat.of().formatHex(digest.digest()));
        assemble(shape.lines().get(random.nextInt(shape.lines().size())), out, 0);
        out.add('\n');
    }

    private void fill(BenchShape shape) {
        lineValues.clear();
        otherValues.clear();
        for (int i = 0; i < shape.slots().size(); i++) {
            int line = lineValues.size();
            int other = otherValues.size();
            boolean both = false;
            switch (shape.slots().get(i).kind()) {
                case PREV -> lineValues.add('"').add(link).add('"');
                case HASH -> {}
                default -> both = values.put(shape.slots().get(i).kind());
            }
            spans[4 * i] = line;
            spans[4 * i + 1] = lineValues.size();
            spans[4 * i + 2] = both ? other : -1;
            spans[4 * i + 3] = otherValues.size();
        }
    }

    /// @param column 0 for the line's spelling, 2 for the covered one
    private void assemble(BenchShape.Program program, Bytes to, int column) {
        byte[][] literals = program.literals();
        int[] order = program.order();
        for (int i = 0; i < order.length; i++) {
            to.add(literals[i]);
            int span = 4 * order[i];
            if (column == 2 && spans[span + 2] >= 0) {
                to.add(otherValues, spans[span + 2], spans[span + 3]);
            } else if (spans[span] == spans[span + 1]) {
                to.add('"').add(link).add('"');
            } else {
                to.add(lineValues, spans[span], spans[span + 1]);
            }
        }
        to.add(literals[order.length]);
    }
}
