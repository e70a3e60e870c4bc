// SPDX-License-Identifier: Apache-2.0
/// Reports, faults and files that several tests look at.
@NullMarked
package dev.countersign.app.sample;

import org.jspecify.annotations.NullMarked;
