// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.run;

/// What was asked of a model and what it answered, as the artifact of the run holds it.
///
/// @param artifact the artifact's name
/// @param model who answered
/// @param temperature as written
/// @param prompt the whole question
/// @param response the whole answer, raw
public record ModelExchange(
        String artifact, String model, String temperature, String prompt, String response) {}
