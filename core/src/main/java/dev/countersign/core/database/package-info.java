// SPDX-License-Identifier: Apache-2.0

/// The database file of a workspace: opened safely, brought to the schema of this program.
@NullMarked
package dev.countersign.core.database;

import org.jspecify.annotations.NullMarked;
