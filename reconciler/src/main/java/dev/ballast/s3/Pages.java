package dev.ballast.s3;

import dev.ballast.bucket.BucketTally;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;

/** The lists of one bucket. Each page is counted and forgotten. */
final class Pages {
    private final S3Client client;
    private final BucketAddress address;
    private final Budget budget;

    Pages(S3Client client, BucketAddress address, Budget budget) {
        this.client = client;
        this.address = address;
        this.budget = budget;
    }

    /** Objects as they are now. */
    void current(BucketTally tally) {
        String next = null;
        do {
            String from = next;
            budget.spend();
            ListObjectsV2Response page = client.listObjectsV2(request ->
                    request.bucket(address.bucket()).prefix(address.beginning()).continuationToken(from));
            page.contents()
                    .forEach(object -> tally.current(
                            object.key(),
                            size(object.size()),
                            Objects.requireNonNullElse(object.storageClassAsString(), "")));
            next = more(page.isTruncated(), page.nextContinuationToken());
        } while (next != null);
    }

    /** Older versions, and the last ones of objects that were deleted. */
    void noncurrent(BucketTally tally) {
        if (neverHadVersions()) {
            return;
        }
        String key = null;
        String version = null;
        do {
            String fromKey = key;
            String fromVersion = version;
            budget.spend();
            ListObjectVersionsResponse page = client.listObjectVersions(request -> request.bucket(address.bucket())
                    .prefix(address.beginning())
                    .keyMarker(fromKey)
                    .versionIdMarker(fromVersion));
            page.versions().stream()
                    .filter(one -> !Boolean.TRUE.equals(one.isLatest()))
                    .forEach(one -> tally.noncurrent(one.key(), size(one.size())));
            key = more(page.isTruncated(), page.nextKeyMarker());
            version = page.nextVersionIdMarker();
        } while (key != null);
    }

    /** Spares a second list of the whole bucket. Who may not ask is none the wiser. */
    private boolean neverHadVersions() {
        budget.spend();
        try {
            BucketVersioningStatus status = client.getBucketVersioning(request -> request.bucket(address.bucket()))
                    .status();
            return status == null;
        } catch (AwsServiceException refused) {
            if (!Faults.isFinal(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** Uploads in parts that were begun and neither finished nor given up. */
    void incomplete(BucketTally tally) {
        String key = null;
        String id = null;
        do {
            String fromKey = key;
            String fromId = id;
            budget.spend();
            ListMultipartUploadsResponse page = client.listMultipartUploads(request -> request.bucket(address.bucket())
                    .prefix(address.beginning())
                    .keyMarker(fromKey)
                    .uploadIdMarker(fromId));
            page.uploads().forEach(upload -> parts(upload, tally));
            key = more(page.isTruncated(), page.nextKeyMarker());
            id = page.nextUploadIdMarker();
        } while (key != null);
    }

    private void parts(MultipartUpload upload, BucketTally tally) {
        long bytes = 0;
        Integer next = null;
        try {
            do {
                Integer from = next;
                budget.spend();
                ListPartsResponse page = client.listParts(request -> request.bucket(address.bucket())
                        .key(upload.key())
                        .uploadId(upload.uploadId())
                        .partNumberMarker(from));
                bytes += page.parts().stream()
                        .map(Part::size)
                        .mapToLong(Pages::size)
                        .sum();
                next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextPartNumberMarker() : null;
            } while (next != null);
            tally.incomplete(upload.key(), bytes);
        } catch (NoSuchUploadException finished) {
            // Meanwhile it was: it is an object now, or nothing.
        }
    }

    private static @Nullable String more(@Nullable Boolean truncated, @Nullable String next) {
        return Boolean.TRUE.equals(truncated) ? next : null;
    }

    private static long size(@Nullable Long bytes) {
        return bytes == null ? 0 : bytes;
    }
}
