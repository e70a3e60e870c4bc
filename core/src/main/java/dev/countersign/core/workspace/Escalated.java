// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.workspace;

import java.nio.file.Path;

/// What an escalation left in the outbox.
///
/// @param incident for programs
/// @param mail a draft for people
public record Escalated(Path incident, Path mail) {}
