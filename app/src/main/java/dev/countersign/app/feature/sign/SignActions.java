// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.platform.KeyPicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;

/// What leads out of the sheet.
///
/// @param keys asks for the file with the key
/// @param files asks where a response is written
/// @param clipboard takes copies
public record SignActions(KeyPicker keys, SavePicker files, TextClipboard clipboard) {}
