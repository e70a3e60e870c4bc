// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.approval.ActKind;
import dev.countersign.core.signing.Act;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What was said on sheets that somebody left before it was signed, for when they come back. In
/// memory only, and never a PIN.
final class LeftWords {
    private final Map<About, Left> left = new LinkedHashMap<>();

    /// What is said about: one kind of act on one thing.
    ///
    /// @param what of several things of that kind on one run, which
    record About(Path directory, String runId, ActKind kind, String what) {
        static About of(SignSubject subject, Act act) {
            String what = act instanceof Act.Dispose dispose ? dispose.finding() : "";
            return new About(subject.directory(), subject.runId(), act.kind(), what);
        }

        /// Whether both are about the same thing, whatever is done to it.
        boolean sameThing(About other) {
            return directory.equals(other.directory)
                    && runId.equals(other.runId)
                    && what.equals(other.what);
        }
    }

    /// What all fields hold at a moment.
    record Words(
            String identity,
            String rationale,
            String disposition,
            String successor,
            boolean accepted,
            @Nullable KeySource key) {
        /// Whether it has sentences that the other has not.
        boolean says(Words other) {
            return !rationale.equals(other.rationale)
                    || !disposition.equals(other.disposition)
                    || !successor.equals(other.successor);
        }
    }

    /// @param given what the fields held at first
    /// @param said what they held at last
    private record Left(Words given, Words said) {
        /// What somebody said stays; the rest is as it would be now. What was said elsewhere since
        /// is the reason now.
        Words over(Words now) {
            boolean otherKey =
                    said.key() == null ? given.key() != null : !said.key().equals(given.key());
            return new Words(
                    said.identity().equals(given.identity()) ? now.identity() : said.identity(),
                    now.rationale().equals(given.rationale()) ? said.rationale() : now.rationale(),
                    said.disposition(),
                    said.successor(),
                    said.accepted(),
                    otherKey ? said.key() : now.key());
        }
    }

    /// What was said about it before, else what the fields hold at first.
    Words of(About about, Words now) {
        Left before = left.get(about);
        return before == null ? now : before.over(now);
    }

    /// Keeps what was said; where that is nothing, nothing.
    void keep(About about, Words given, Words said) {
        if (said.equals(given)) {
            left.remove(about);
        } else {
            left.put(about, new Left(given, said));
        }
    }

    /// It was done: nothing more is to be said about it.
    void forget(About done) {
        left.keySet().removeIf(done::sameThing);
    }

    /// Of which runs there are sentences.
    Stream<String> runs() {
        return left.entrySet().stream()
                .filter(one -> one.getValue().said().says(one.getValue().given()))
                .map(one -> one.getKey().runId());
    }
}
