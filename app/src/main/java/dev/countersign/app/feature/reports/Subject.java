// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.reports;

import dev.countersign.app.text.Foreign;
import dev.countersign.app.text.SamplesText;

import java.nio.file.Path;
import java.time.YearMonth;

/// What a report can be about.
public sealed interface Subject {
    /// What it is called.
    String name();

    /// What else tells it from others.
    String detail();

    /// The runs of one month.
    ///
    /// @param month in the owner's zone
    /// @param detail whether its sample was drawn
    record Month(YearMonth month, String detail) implements Subject {
        @Override
        public String name() {
            return SamplesText.month(month);
        }
    }

    /// One run.
    ///
    /// @param directory where it is
    /// @param name its id
    /// @param detail what it is about
    record Run(Path directory, String name, String detail) implements Subject {}

    /// A run that the desk has seen, wherever it is or was.
    ///
    /// @param id its id
    /// @param detail what it is about, or that it is gone
    record Seen(String id, String detail) implements Subject {
        @Override
        public String name() {
            return Foreign.visible(id);
        }
    }

    /// Something that the ledger tells of.
    ///
    /// @param type kind of thing
    /// @param id which
    record Thing(String type, String id) implements Subject {
        @Override
        public String name() {
            return Foreign.visible(id);
        }

        @Override
        public String detail() {
            return Foreign.visible(type);
        }
    }
}
