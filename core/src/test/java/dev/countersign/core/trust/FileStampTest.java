// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.core.testkit.OpenSsl;
import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.TimeStampFault.Kind;

import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The time-stamp of a file, as it lies beside it. */
class FileStampTest {
    private static final Octets FILE = Octets.utf8("{\"records\": 1}\n");

    private final TestAuthority clocks = TestAuthority.root("Clocks");
    private final TimeStampRequest request = TimeStampRequest.of(FILE, Randomness.system());
    private final Octets answer = TestStamper.of(clocks, NOW).ask(request);

    @TempDir Path folder;

    private static TimeStampCheck failed(Kind kind, String detail) {
        return new TimeStampCheck.Failed(List.of(new TimeStampFault(kind, detail)));
    }

    @Test
    void anAnswerSaysWhenTheFileWasThereAndByWhoseClock() {
        var stamped = (TimeStampCheck.Stamped) FileStamp.check(request, answer, FILE);
        assertThat(stamped.time()).isEqualTo(NOW);
        assertThat(stamped.authority().names().shown()).isEqualTo("Clock <clock@example.com>");
        assertThat(FileStamp.check(answer, FILE)).isEqualTo(stamped);
    }

    @Test
    void theTokenAloneWillDo() throws Exception {
        Octets token =
                Octets.of(
                        TimeStampResp.getInstance(answer.toArray())
                                .getTimeStampToken()
                                .getEncoded("DER"));
        assertThat(FileStamp.check(token, FILE)).isEqualTo(FileStamp.check(answer, FILE));
    }

    @Test
    void aChangedFileIsNotTheOneThatWasStamped() {
        Octets changed = Octets.utf8("{\"records\": 2}\n");
        assertThat(FileStamp.check(answer, changed)).isEqualTo(failed(Kind.OTHER_FILE, ""));
        assertThat(FileStamp.check(request, answer, changed))
                .isEqualTo(failed(Kind.OTHER_FILE, ""));
    }

    @Test
    void theAnswerToAnotherRequestIsNone() {
        var again = TimeStampRequest.of(FILE, Randomness.system());
        assertThat(FileStamp.check(again, answer, FILE)).isEqualTo(failed(Kind.OTHER_REQUEST, ""));
    }

    @Test
    void aRefusalIsNoStamp() throws Exception {
        var status = new PKIStatusInfo(PKIStatus.rejection, new PKIFreeText("not today"));
        Octets refusal = Octets.of(new TimeStampResp(status, null).getEncoded());
        assertThat(FileStamp.check(refusal, FILE))
                .isEqualTo(failed(Kind.REFUSED, "status 2, not today"));
    }

    @Test
    void noiseIsNoStamp() {
        for (String noise : List.of("", "<html>", "0")) {
            assertThat(FileStamp.check(Octets.utf8(noise), FILE))
                    .isInstanceOfSatisfying(
                            TimeStampCheck.Failed.class,
                            f ->
                                    assertThat(f.faults())
                                            .extracting(TimeStampFault::kind)
                                            .containsExactly(Kind.MALFORMED));
        }
    }

    @Test
    void stockOpensslAcceptsTheFileWithItsStamp() throws Exception {
        OpenSsl openssl = OpenSsl.in(folder);
        Files.write(folder.resolve("file"), FILE.toArray());
        Files.write(folder.resolve("file.tsr"), answer.toArray());
        TestAuthority.pem(folder.resolve("root.pem"), clocks.certificate());
        String verify = "ts -verify -data file -in file.tsr -CAfile root.pem";
        OpenSsl.Result result = openssl.run(verify);
        assertThat(result.output()).contains("Verification: OK");
        Files.writeString(folder.resolve("file"), "changed");
        assertThat(openssl.run(verify).succeeded()).isFalse();
    }
}
