// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.core.resume.Resumed;

import java.util.List;

/// What came of a command.
///
/// @param resumed how it ended, and where its output is
/// @param output the end of what it wrote
/// @param head the log's head afterwards; empty if it could not be read
/// @param sentence how the run stands afterwards
/// @param goesOn whether the run no longer waits for its producer
/// @param notes what else is to be known
public record ResumeResult(
        Resumed resumed,
        String output,
        String head,
        String sentence,
        boolean goesOn,
        List<String> notes) {
    public ResumeResult {
        notes = List.copyOf(notes);
    }
}
