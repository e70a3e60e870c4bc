// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

/// What a certificate has to be good for.
enum Purpose {
    SIGNING,
    TIME_STAMPING
}
