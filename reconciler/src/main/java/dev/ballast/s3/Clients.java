package dev.ballast.s3;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.utils.AttributeMap;

/** Connections to the servers of buckets, of any maker. */
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** An answer may be slow once or twice: the SDK asks three times. */
    private static final int TIMES = 4;

    private Clients() {}

    static S3Client open(BucketAddress address, Credentials credentials, Limits limits) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http(address, limits))
                .overrideConfiguration(configuration(credentials, limits))
                .credentialsProvider(credentials.of(address))
                .region(Region.of(address.region().orElse(Region.US_EAST_1.id())))
                // Only Amazon knows buckets of other regions than the one that was asked.
                .crossRegionAccessEnabled(
                        address.endpoint().isEmpty() && address.region().isEmpty())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .forcePathStyle(address.isPathStyle());
        address.endpoint().ifPresent(url -> builder.endpointOverride(URI.create(url)));
        return builder.build();
    }

    private static SdkHttpClient http(BucketAddress address, Limits limits) {
        var builder =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(limits.answer());
        var options = AttributeMap.builder();
        if (address.trustsAnybody()) {
            options.put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true);
        } else if (address.caCert() != null) {
            var managers = Authorities.with(address.caCert());
            builder.tlsTrustManagersProvider(() -> managers);
        }
        return builder.buildWithDefaults(options.build());
    }

    private static ClientOverrideConfiguration configuration(Credentials credentials, Limits limits) {
        var configuration = ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(limits.answer())
                .apiCallTimeout(limits.answer().multipliedBy(TIMES));
        credentials.profiles().ifPresent(configuration::defaultProfileFile);
        return configuration.build();
    }
}
