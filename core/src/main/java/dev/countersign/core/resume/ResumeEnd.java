// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.resume;

/// How a resume command ended.
public sealed interface ResumeEnd {
    /// By itself.
    ///
    /// @param code its exit code; 0 says that all went well
    record Exited(int code) implements ResumeEnd {}

    /// It took too long and was killed, with all that it had started.
    record TimedOut() implements ResumeEnd {}

    /// Somebody stopped it; it was killed, with all that it had started.
    record Cancelled() implements ResumeEnd {}

    /// It could not be started.
    ///
    /// @param why as the system says it
    record NotStarted(String why) implements ResumeEnd {}

    /// As it is written in files.
    default String word() {
        return switch (this) {
            case Exited _ -> "exited";
            case TimedOut _ -> "timed_out";
            case Cancelled _ -> "cancelled";
            case NotStarted _ -> "not_started";
        };
    }
}
