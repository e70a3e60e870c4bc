// SPDX-License-Identifier: Apache-2.0
/// The sign sheet: what is signed, as whom, with which key, what stands against it, and how it
/// ended.
@NullMarked
package dev.countersign.app.feature.sign;

import org.jspecify.annotations.NullMarked;
