package dev.ballast.s3;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** Who asks. Never anything that was read from a cluster. */
public final class Credentials {
    private static final String USUAL = "default";

    private final @Nullable Supplier<String> file;

    private Credentials(@Nullable Supplier<String> file) {
        this.file = file;
    }

    /** What the machine has: variables, the identity of a workload, the user's own files, in the order of the SDK. */
    public static Credentials ofMachine() {
        return new Credentials(null);
    }

    /**
     * Of a file as AWS's programs have it. A store has the profile that is called as it is, else the one that its location names, else the
     * usual one.
     *
     * @param text is asked for anew for each listing, since what is mounted changes
     */
    public static Credentials ofFile(Supplier<String> text) {
        return new Credentials(text);
    }

    AwsCredentialsProvider of(BucketAddress address) {
        Optional<ProfileFile> profiles = profiles();
        if (profiles.isEmpty()) {
            return DefaultCredentialsProvider.builder().build();
        }
        String named = address.profile().orElse(USUAL);
        String profile = profiles.get().profile(address.store()).isPresent() ? address.store() : named;
        return ProfileCredentialsProvider.builder()
                .profileFile(profiles.get())
                .profileName(profile)
                .build();
    }

    /** What holds instead of the user's own files, where a file was named. */
    Optional<ProfileFile> profiles() {
        return Optional.ofNullable(file)
                .map(text -> ProfileFile.builder()
                        .content(text.get())
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build());
    }
}
