// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.engine;

/// What a model said, given from outside: nothing here asks one.
///
/// @param model its name, as it is recorded
/// @param response the raw text
public record ModelResponse(String model, String response) {
    /// The name that is recorded for a response that came as a file.
    public static final String FILE = "file";
}
