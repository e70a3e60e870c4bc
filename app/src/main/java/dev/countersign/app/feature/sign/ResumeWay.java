// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.resume.ResumeCommand;

/// What lets an approved run go on.
public sealed interface ResumeWay {
    /// A command that the policy names.
    ///
    /// @param command exactly what would run
    record Named(ResumeCommand command) implements ResumeWay {}

    /// Nothing that is run here.
    ///
    /// @param sentence what to do, or why not
    record Elsewhere(String sentence) implements ResumeWay {}
}
