// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.feature.response;

/// What a response file turned out to be.
public sealed interface ResponseFound {
    /// A response, and its run.
    record Offered(ResponseOffer offer) implements ResponseFound {}

    /// No response, or none whose run is known.
    ///
    /// @param sentence what it is, and what to do
    record Refused(String sentence) implements ResponseFound {}
}
