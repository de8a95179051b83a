package dev.ballast.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for a server: those whom everybody trusts, and those of a store. */
final class Authorities {
    private Authorities() {}

    /**
     * The usual ones, and more.
     *
     * @throws IllegalArgumentException for text that holds no certificates
     */
    static TrustManager[] with(String pem) {
        try {
            var all = new ArrayList<Certificate>(usual());
            all.addAll(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("authority-" + i, all.get(i));
            }
            return managers(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("its `caCert` holds no certificates: " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> usual() throws GeneralSecurityException {
        var certificates = new ArrayList<X509Certificate>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager trust) {
                certificates.addAll(List.of(trust.getAcceptedIssuers()));
            }
        }
        return certificates;
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
