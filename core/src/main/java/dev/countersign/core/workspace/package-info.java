// SPDX-License-Identifier: Apache-2.0
/// A folder for the desk: what runs were when last seen, their first-seen deadlines, what was
/// found, and what goes out (issue "Workspace").
@NullMarked
package dev.countersign.core.workspace;

import org.jspecify.annotations.NullMarked;
