// SPDX-License-Identifier: Apache-2.0
/// The only writer of run directories: one record at a time, each after the head it expects, and
/// files that are there whole or not at all (FORMATS 4).
@NullMarked
package dev.countersign.core.journal;

import org.jspecify.annotations.NullMarked;
