// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import org.kordamp.ikonli.Ikon;

import java.util.Locale;

/// Something that can be found and done.
///
/// @param icon its kind
/// @param title what it is
/// @param detail what else it is known by; also searched
/// @param keys its keys; empty if it has none
/// @param text what is searched, in lower case
/// @param run does it
public record PaletteItem(
        Ikon icon, String title, String detail, String keys, String text, Runnable run) {
    /// @param icon its kind
    /// @param title what it is
    /// @param detail what else it is known by
    /// @param keys its keys
    /// @param run does it
    public PaletteItem(Ikon icon, String title, String detail, String keys, Runnable run) {
        this(icon, title, detail, keys, (title + " " + detail).toLowerCase(Locale.ROOT), run);
    }
}
