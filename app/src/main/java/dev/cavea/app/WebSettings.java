package dev.cavea.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Hands our settings to the web stack, in its own words. */
final class WebSettings {

    private WebSettings() {}

    /** Throws {@link StartFailure} when the port is not to be had. */
    static void set(Settings settings) {
        int port = freePort(settings.host(), settings.port());
        settings.managementPort().ifPresent(own -> freePort(settings.host(), own));
        System.setProperty("quarkus.http.host", settings.host());
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty(
                "quarkus.log.console.json.enabled", Boolean.toString(settings.logsAsJson()));
        System.setProperty("quarkus.log.level", settings.text(Setting.LOG_LEVEL));
    }

    /**
     * Asked first, because afterwards it would come as a page of stack traces. Port 0 is any that
     * is free.
     */
    private static int freePort(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return probe.getLocalPort();
        } catch (UnknownHostException e) {
            throw new StartFailure("there is no address '%s' to listen on".formatted(host));
        } catch (IOException e) {
            throw new StartFailure(
                    "port %d on %s cannot be had (%s): choose another with --port"
                            .formatted(port, host, e.getMessage()));
        }
    }
}
