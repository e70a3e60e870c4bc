// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.samples;

/// What the calculator says.
public sealed interface Calculation {
    /// Nothing was asked.
    record None() implements Calculation {}

    /// It is being calculated.
    record Running() implements Calculation {}

    /// What was typed gives nothing.
    ///
    /// @param sentence why
    record Refused(String sentence) implements Calculation {}

    /// How large a sample must be, or what one showed.
    ///
    /// @param supports whether that is within what is tolerable
    /// @param sentence in words
    record Result(boolean supports, String sentence) implements Calculation {}
}
