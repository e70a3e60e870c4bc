// SPDX-License-Identifier: Apache-2.0
package dev.countersign.app.cli;

import com.sun.net.httpserver.HttpServer;

import dev.countersign.core.testkit.TestStamper;
import dev.countersign.core.trust.Octets;
import dev.countersign.core.trust.TimeStampRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A time-stamp authority of this machine.
record StampServer(HttpServer server) implements AutoCloseable {
    static StampServer of(TestStamper stamper) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var asked =
                            TimeStampRequest.read(
                                            Octets.of(exchange.getRequestBody().readAllBytes()))
                                    .orElseThrow();
                    byte[] answer = stamper.ask(asked).toArray();
                    exchange.getResponseHeaders()
                            .add("Content-Type", "application/timestamp-reply");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return new StampServer(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
