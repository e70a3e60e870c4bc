// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.testkit;

import dev.countersign.core.chain.ChainFormat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One thing that can be done to a log, with what must then be said of it (FORMATS 6).
///
/// @param name a few words
/// @param formats where it can be done
/// @param positions where in a log it can be done
/// @param action does it
public record Tamper(
        String name, List<ChainFormat> formats, Set<Position> positions, Action action) {
    static final List<ChainFormat> EVERY =
            List.of(ChainFormat.A, ChainFormat.B, ChainFormat.J, LogGenerator.CUSTOM);

    public Tamper {
        formats = List.copyOf(formats);
        positions = Set.copyOf(positions);
    }

    /// Where in the log.
    public enum Position {
        /// The first record.
        FIRST,
        /// One in the middle.
        MIDDLE,
        /// The last record.
        LAST
    }

    /// Does it to a log, at a place.
    @FunctionalInterface
    public interface Action {
        /// Edits the log and says what must be found.
        Tampered apply(TamperSite site);
    }

    /// Does it.
    public Tampered apply(GeneratedLog log, Position position, long seed) {
        int at =
                switch (position) {
                    case FIRST -> 0;
                    case MIDDLE -> log.size() / 2;
                    case LAST -> log.size() - 1;
                };
        return action.apply(new TamperSite(log, position, at, seed));
    }

    static Tamper everywhere(String name, Action action) {
        return new Tamper(name, EVERY, EnumSet.allOf(Position.class), action);
    }

    static Tamper at(Set<Position> positions, String name, Action action) {
        return new Tamper(name, EVERY, positions, action);
    }

    static Tamper first(String name, Action action) {
        return at(EnumSet.of(Position.FIRST), name, action);
    }

    static Tamper middle(String name, Action action) {
        return at(EnumSet.of(Position.MIDDLE), name, action);
    }

    static Tamper last(String name, Action action) {
        return at(EnumSet.of(Position.LAST), name, action);
    }

    static Tamper notFirst(String name, Action action) {
        return at(EnumSet.of(Position.MIDDLE, Position.LAST), name, action);
    }

    static Tamper notLast(String name, Action action) {
        return at(EnumSet.of(Position.FIRST, Position.MIDDLE), name, action);
    }

    /// The same, for some formats only.
    Tamper only(ChainFormat... some) {
        return new Tamper(name, List.of(some), positions, action);
    }

    @Override
    public String toString() {
        return name;
    }
}
