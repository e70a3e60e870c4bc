// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.run;

import dev.countersign.core.signing.Act;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Where the screen leads, as the root has it.
///
/// @param integrity shows the log of a run directory
/// @param back goes to where one came from
/// @param decide asks for a signature under an act on the run that is shown
/// @param otherSigner forgets who signed last
/// @param escalate takes the run that is shown to others
/// @param resume shows what lets the run go on that is shown
/// @param selfCheck exports what it takes to check the signatures without us
/// @param finding shows a finding
public record RunActions(
        Consumer<Path> integrity,
        Runnable back,
        Consumer<Act> decide,
        Runnable otherSigner,
        Runnable escalate,
        Runnable resume,
        Runnable selfCheck,
        Consumer<String> finding) {}
