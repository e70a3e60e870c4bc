// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.sampling;

import java.math.BigInteger;
import java.util.List;

/// A sample of the approvals of a population: the producer's exact draw, so that the same
/// population, rate and seed give the same sample on any machine.
///
/// @param population what it was drawn from
/// @param rate 0 to 1
/// @param seed of any size
/// @param sampled in draw order
public record Draw(Population population, double rate, BigInteger seed, List<Member> sampled) {
    /// How it is drawn.
    public static final String ALGORITHM =
            "k = min(n, round-half-even(n * rate)); CPython 3 random.Random(seed).sample(approvals,"
                    + " k), MT19937; approvals by run_id";

    public Draw {
        sampled = List.copyOf(sampled);
    }

    /// Draws.
    ///
    /// @throws IllegalArgumentException if the rate is not from 0 to 1
    public static Draw of(Population population, double rate, BigInteger seed) {
        List<Member> approvals = population.approvals();
        List<Member> sampled =
                places(approvals.size(), rate, seed).stream().map(approvals::get).toList();
        return new Draw(population, rate, seed, sampled);
    }

    /// The places that are drawn of `n`, in draw order.
    static List<Integer> places(int n, double rate, BigInteger seed) {
        return new PythonRandom(seed).sample(n, size(n, rate));
    }

    /// How many of `n` are drawn: the product is that of two doubles, as in Python.
    ///
    /// @throws IllegalArgumentException if the rate is not from 0 to 1
    public static int size(int n, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate is from 0 to 1, not " + rate);
        }
        return (int) Math.min(n, Math.rint(n * rate));
    }
}
