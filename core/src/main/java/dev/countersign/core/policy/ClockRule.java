// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.policy;

/// Targets of a clock, and who hears of a breach (CLOCKS).
///
/// @param kind which clock
/// @param role who is waited for, where the step's own rule names nobody
/// @param standard the usual target
/// @param emergency the target of an emergency
/// @param escalateTo who hears of a breach
/// @param severity 1 to 4: what a breach is worth
/// @param blockSeverity 1 to 4: what a breach is worth where the run was blocked
public record ClockRule(
        ClockKind kind,
        String role,
        Target standard,
        Target emergency,
        String escalateTo,
        int severity,
        int blockSeverity) {}
