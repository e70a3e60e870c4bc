// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What a workspace has of the world.
///
/// @param helpers lends threads; may run tasks late or not at all, at the price of speed only
/// @param parallelism how many threads to use, the calling one included
/// @param clock the time, for what is seen and raised
/// @param settling how long a log whose last line breaks off may still be in the middle of being
///   written: until then nothing is raised. Zero for a program that looks once
/// @param ids names the entries of the ledger, each with another
public record Desk(
        Executor helpers,
        int parallelism,
        InstantSource clock,
        Duration settling,
        Supplier<UUID> ids) {
    /// A program that looks once.
    public static Desk once(
            Executor helpers, int parallelism, InstantSource clock, Supplier<UUID> ids) {
        return new Desk(helpers, parallelism, clock, Duration.ZERO, ids);
    }
}
