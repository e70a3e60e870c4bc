// SPDX-License-Identifier: Apache-2.0
package dev.countersign.core.trust;

import dev.countersign.core.trust.TimeStampFault.Kind;

import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;

/// A time-stamp that lies beside a file, as stock tools write and read it: the authority's whole
/// answer (RFC 3161, 2.4.2), or the token alone. `openssl ts -verify -data FILE -in FILE.tsr` takes
/// the former.
public final class FileStamp {
    /// What the name of the file ends with, after that of the file it is about.
    public static final String SUFFIX = ".tsr";

    private FileStamp() {}

    /// Checks what lies beside a file. Whatever the bytes are, there is an answer.
    ///
    /// @param stamp an answer, or a token
    /// @param file the exact bytes that it should be about
    public static TimeStampCheck check(Octets stamp, Octets file) {
        return check(stamp, file, null);
    }

    /// Checks what came back when the time of a file was asked for.
    ///
    /// @param request what was asked
    /// @param answer what came back
    /// @param file the exact bytes that were asked about
    public static TimeStampCheck check(TimeStampRequest request, Octets answer, Octets file) {
        return request.isAbout(file)
                ? check(answer, file, request.nonce())
                : failed(Kind.OTHER_FILE, "");
    }

    private static TimeStampCheck check(Octets stamp, Octets file, @Nullable BigInteger nonce) {
        try {
            Octets token = isAnswer(stamp) ? TimeStampAnswer.token(stamp) : stamp;
            return TimeStampToken.ofFile(token, file, nonce);
        } catch (TimeStampAnswer.RefusedException e) {
            return failed(Kind.REFUSED, e.words());
        } catch (MalformedException e) {
            return failed(Kind.MALFORMED, e.clause());
        }
    }

    /// A token begins with an identifier where an answer has its status.
    private static boolean isAnswer(Octets stamp) {
        try {
            return Asn1.read(stamp.shared(), TimeStampResp::getInstance).getStatus() != null;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static TimeStampCheck failed(Kind kind, String detail) {
        return new TimeStampCheck.Failed(List.of(new TimeStampFault(kind, detail)));
    }
}
