// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.keys;

import java.nio.file.Path;

/// A key that was made.
///
/// @param order what was wanted
/// @param beside its certificate, or the request for one
/// @param fingerprint of the certificate, SHA-256 in hex; empty where there is none yet
public record MadeKey(KeyOrder order, Path beside, String fingerprint) {}
