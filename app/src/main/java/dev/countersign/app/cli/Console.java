// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import dev.countersign.core.trust.Randomness;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What a command has of the world. Whatever it prints is [Lines].
///
/// @param in standard input
/// @param out documents and answers
/// @param err progress and messages
/// @param workers lends threads
/// @param now the time, unless the command is told another
/// @param randomness for keys and signatures; asked for by those that need some
/// @param terminal whether a person watches, so that progress may be shown
public record Console(
        InputStream in,
        Lines out,
        Lines err,
        Executor workers,
        InstantSource now,
        Supplier<Randomness> randomness,
        BooleanSupplier terminal) {
    /// The same over streams that print anything.
    public Console(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Executor workers,
            InstantSource now,
            Supplier<Randomness> randomness,
            BooleanSupplier terminal) {
        this(in, new Lines(out), new Lines(err), workers, now, randomness, terminal);
    }

    /// One line about what went wrong.
    void complain(String sentence) {
        err.complain(sentence);
    }
}
