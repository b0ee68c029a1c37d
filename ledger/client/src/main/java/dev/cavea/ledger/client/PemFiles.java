package dev.cavea.ledger.client;

import java.nio.file.Path;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;

/**
 * Mutual TLS between members and clients.
 *
 * @param key PKCS#8, PEM
 * @param certificate chain, PEM; its names contain the address that others connect to
 * @param authority the certificate that signed all of them, PEM
 */
public record PemFiles(Path key, Path certificate, Path authority) {

    /** For code that talks to the log's engine. */
    public Parameters parameters() {
        GrpcTlsConfig tls =
                new GrpcTlsConfig(key.toFile(), certificate.toFile(), authority.toFile(), true);
        Parameters parameters = new Parameters();
        GrpcConfigKeys.TLS.setConf(parameters, tls);
        GrpcConfigKeys.Server.setTlsConf(parameters, tls);
        GrpcConfigKeys.Client.setTlsConf(parameters, tls);
        GrpcConfigKeys.Admin.setTlsConf(parameters, tls);
        return parameters;
    }
}
