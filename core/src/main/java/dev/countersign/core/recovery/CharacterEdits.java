// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.recovery;

import dev.countersign.core.chain.ParallelSlices;
import dev.countersign.core.recovery.CanonicalText.Scalar;

import java.util.ArrayList;
import java.util.List;

/// Texts that are one character away where that character is no single byte: an escape, or one that
/// ASCII does not have.
final class CharacterEdits implements Generator {
    private static final String OTHERS =
            "\n"
                + "\t\r"
                + "\"\\\u00a0\u00e4\u00f6\u00fc\u00df\u00c4\u00d6\u00dc\u00e9\u00e8\u00ea\u00eb\u00e1\u00e0\u00e2\u00e3\u00e5\u00e6"
                + "\u00e7\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f5\u00f8\u0153\u00fa\u00f9\u00fb\u00fd\u00ff"
                + "\u00c9\u00c8\u00c0\u00c1\u00c7\u00d1\u00d8\u00c5\u0160\u0161\u010d\u0107\u017e\u017d\u0142\u0144\u015b\u0105\u0119"
                + "\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2026\u20ac\u00a3\u00a7\u00b0\u00b5\u00d7\u2212\u2022\u2192\u2265\u2264"
                + "\u200b\u200d\u202f\ufeff\u00ad\u0301\u0308\u0430\u0435\u043e\u0440\u0441\u0445\u0443";

    private final List<byte[]> others = new ArrayList<>();
    private final List<Span> units = new ArrayList<>();
    private final byte[] base;
    private final byte[] alphabet;

    CharacterEdits(CanonicalText text, Spelling spelling, List<Scalar> open) {
        base = text.bytes();
        alphabet = ByteEdits.alphabet(text.profile());
        OTHERS.codePoints()
                .mapToObj(c -> spelling.content(Character.toString(c)))
                .forEach(c -> others.add(c == null ? new byte[0] : c));
        for (Scalar scalar : open) {
            if (scalar.isString()) {
                for (int p = scalar.inside(); p < scalar.insideTo(); ) {
                    int next = unit(p);
                    units.add(new Span(p, next));
                    p = next;
                }
                units.add(new Span(scalar.insideTo(), scalar.insideTo()));
            }
        }
    }

    /// After the character at `p`.
    private int unit(int p) {
        if (base[p] != '\\') {
            int next = p + 1;
            while (next < base.length && (base[next] & 0xc0) == 0x80) {
                next++;
            }
            return next;
        }
        if (base[p + 1] != 'u') {
            return p + 2;
        }
        boolean pair = (base[p + 2] == 'd') && "89ab".indexOf(base[p + 3]) >= 0;
        return pair && base[p + 6] == '\\' && base[p + 7] == 'u' ? p + 12 : p + 6;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.ONE_CHARACTER;
    }

    @Override
    public long slices() {
        return units.size();
    }

    @Override
    public ParallelSlices.Worker worker(Trial trial) {
        return slice -> {
            Span unit = units.get((int) slice);
            for (byte[] other : others) {
                if (trial.over()) {
                    return;
                }
                trial.edit(unit.from(), unit.to(), other);
                trial.edit(unit.from(), unit.from(), other);
            }
            if (unit.to() > unit.from() + 1) {
                trial.edit(unit.from(), unit.to(), new byte[0]);
                for (byte letter : alphabet) {
                    trial.edit(unit.from(), unit.to(), new byte[] {letter});
                }
            }
        };
    }
}
