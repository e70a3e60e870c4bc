// SPDX-License-Identifier: Apache-2.0
/// A workspace to look around in: runs of every state, made by the engine.
@NullMarked
package dev.countersign.core.demo;

import org.jspecify.annotations.NullMarked;
