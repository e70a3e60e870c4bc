// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.shell;

import dev.countersign.app.background.RunningJob;

import javafx.collections.ObservableList;

import java.util.List;

/// What the shell is made of.
///
/// @param actions what works anywhere
/// @param places the rail, from top to bottom
/// @param screens the screen of a route
/// @param found what else the palette finds, such as runs and records
/// @param jobs the named work under way
public record ShellParts(
        ShellActions actions,
        List<Place> places,
        Screens screens,
        Findable found,
        ObservableList<RunningJob> jobs) {
    public ShellParts {
        places = List.copyOf(places);
    }
}
