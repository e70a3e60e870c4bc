// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.reperformance;

/// A file that the results rest on.
///
/// @param name below the run directory, with `/`
/// @param sha256 of its bytes, in lower-case hex
public record Input(String name, String sha256) {}
