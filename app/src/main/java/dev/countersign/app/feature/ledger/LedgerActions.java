// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.ledger;

import dev.countersign.app.platform.SavePicker;
import dev.countersign.app.platform.TextClipboard;

/// What leads out of the screen.
///
/// @param picker asks where to export to
/// @param openFolder asks for a folder of runs
/// @param clipboard takes copies
public record LedgerActions(SavePicker picker, Runnable openFolder, TextClipboard clipboard) {}
