// SPDX-License-Identifier: Apache-2.0
/// Long work away from the screen: progress, rate, cancellation, one end. The only package with
/// threads.
@NullMarked
package dev.countersign.app.background;

import org.jspecify.annotations.NullMarked;
