// SPDX-License-Identifier: Apache-2.0

package dev.countersign.core.trust;

import static dev.countersign.core.testkit.TestAuthority.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.core.testkit.TestAuthority;
import dev.countersign.core.testkit.TestAuthority.Wish;
import dev.countersign.core.testkit.TestStamper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Against a server that answers once, in every way a server can. */
class HttpTimeStampAuthorityTest {
    /// For those that answer, however busy the machine is.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// For those that do not.
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestAuthority root = TestAuthority.root("Root");
    private ServerSocket server;
    private Octets plain;
    private TimeStampRequest request;

    private interface Answer {
        void to(String head, byte[] body, OutputStream out) throws Exception;
    }

    @BeforeEach
    void serve() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        plain = Signers.sign(root.issue(Wish.person("Ann", "ann@example.com"), "P-256"));
        request = TimeStampRequest.of(Signers.verified(plain), Randomness.system());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void anAnswerIsHandedOn() throws Exception {
        var stamper = TestStamper.of(root, NOW);
        answering((head, body, out) -> {
            assertThat(head)
                    .startsWith("POST /tsa?x=1 HTTP/1.1")
                    .contains("Content-Type: application/timestamp-query");
            assertThat(body).isEqualTo(request.der().toArray());
            reply(out, "200 OK", stamper.ask(request).toArray());
        });
        assertThat(TimeStampAnswer.attach(plain, request, authority(PATIENCE).ask(request)))
                .isInstanceOf(Stamping.Done.class);
    }

    @Test
    void anotherStatusIsNone() throws Exception {
        answering((head, body, out) -> reply(out, "503 Busy", new byte[0]));
        assertSays(" gave no time-stamp, but HTTP status 503: check the address.");
    }

    @Test
    void whatPointsElsewhereIsNotFollowed() throws Exception {
        answering((head, body, out) ->
                out.write(
                        ("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n"
                                        + "Content-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII)));
        assertSays(" gave no time-stamp, but HTTP status 302: check the address.");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        answering((head, body, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] much = new byte[1 << 16];
            for (int i = 0; i < 100; i++) {
                out.write(much);
            }
        });
        assertSays(" answered more than any time-stamp has: check the address.");
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedFor() throws Exception {
        answering((head, body, out) -> Thread.sleep(5_000));
        assertSays(
                SHORT,
                " did not answer within 0 seconds: try again, or carry the request there in a"
                        + " file.");
    }

    @Test
    void norIsOneWhoDripsHisAnswer() throws Exception {
        answering((head, body, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                out.write(0);
                out.flush();
                Thread.sleep(50);
            }
        });
        assertSays(
                SHORT,
                " did not answer within 0 seconds: try again, or carry the request there in a"
                        + " file.");
    }

    @Test
    void aPortThatNobodyHasCannotBeReached() throws Exception {
        server.close();
        assertSays(
                " cannot be reached: check address and network, or carry the request there in a"
                        + " file.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.com", "file:///etc/passwd", "ftp://x/y", "http:///", "h p"})
    void whatIsNoAddressIsNone(String address) {
        assertThat(HttpTimeStampAuthority.at(address, PATIENCE)).isEmpty();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/tsa?x=1";
    }

    private TimeStampAuthority authority(Duration patience) {
        return HttpTimeStampAuthority.at(address(), patience).orElseThrow();
    }

    private void assertSays(String sentence) {
        assertSays(PATIENCE, sentence);
    }

    private void assertSays(Duration patience, String sentence) {
        assertThatThrownBy(() -> authority(patience).ask(request))
                .isInstanceOf(AuthorityException.class)
                .hasMessage(address() + sentence);
    }

    private void answering(Answer answer) {
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket socket = server.accept();
                            OutputStream out = socket.getOutputStream()) {
                        InputStream in = socket.getInputStream();
                        String head = head(in);
                        int length =
                                Integer.parseInt(
                                        head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                        answer.to(head, in.readNBytes(length), out);
                    } catch (Exception e) {
                        // the client has gone: it is the client that is tested
                    }
                });
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static void reply(OutputStream out, String status, byte[] body) throws IOException {
        out.write(
                ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }
}
