// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

import java.nio.file.Path;

/// The run that is on the screen.
///
/// @param directory where it is
/// @param runId its id
public record OpenRun(Path directory, String runId) {}
