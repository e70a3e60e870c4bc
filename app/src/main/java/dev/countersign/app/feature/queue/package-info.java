// SPDX-License-Identifier: Apache-2.0
/// The home: what waits for a decision, in the order of its deadlines.
@NullMarked
package dev.countersign.app.feature.queue;

import org.jspecify.annotations.NullMarked;
