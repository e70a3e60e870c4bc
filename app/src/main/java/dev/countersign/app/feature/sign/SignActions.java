// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.sign;

import dev.countersign.app.platform.KeyPicker;
import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;

import java.util.function.Consumer;

/// What leads out of the sheet.
///
/// @param keys asks for the file with the key
/// @param token asks for a key on a token, and tells which
/// @param create makes a key for somebody who has none, and tells where it is
/// @param open opens what somebody points at
/// @param files asks where a response is written
/// @param clipboard takes copies
public record SignActions(
        KeyPicker keys,
        Consumer<Consumer<KeySource>> token,
        Consumer<Consumer<KeySource>> create,
        SavePicker files,
        Runnable open,
        TextClipboard clipboard) {}
