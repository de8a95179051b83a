package dev.ballast.s3;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What servers and the way to them say, in one line that is the same each time. */
final class Faults {
    private static final int LONGEST = 300;
    private static final int BAD_REQUEST = 400;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private Faults() {}

    static String text(RuntimeException fault) {
        if (fault instanceof AwsServiceException refused && refused.awsErrorDetails() != null) {
            return cut(refusal(refused.awsErrorDetails(), refused.statusCode()));
        }
        Throwable last = fault;
        // What an SDK says around it names attempts and times.
        while (fault instanceof SdkException
                && last.getCause() != null
                && !last.getCause().equals(last)) {
            last = last.getCause();
        }
        String message = last.getMessage();
        boolean isNamed = message != null && (last instanceof SdkException || last instanceof IllegalArgumentException);
        return cut(isNamed || fault.equals(last) ? String.valueOf(message) : kind(last) + ": " + message);
    }

    private static String refusal(AwsErrorDetails details, int status) {
        String code = details.errorCode() == null ? "" : details.errorCode();
        String message = details.errorMessage() == null ? "" : details.errorMessage();
        if (code.isEmpty() && message.isEmpty()) {
            return "the server answers with " + status;
        }
        return code.isEmpty() || message.isEmpty() ? code + message : code + ": " + message;
    }

    /** {@code UnknownHostException} says only the name of the host. */
    private static String kind(Throwable fault) {
        return fault.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceFirst(" Exception$", "");
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Whether it is no use to ask again: it is not allowed, or there is no such thing at this server. */
    static boolean isFinal(AwsServiceException refused) {
        int status = refused.statusCode();
        return status == NOT_IMPLEMENTED
                || (status >= BAD_REQUEST && status < BROKEN && status != TIMEOUT && status != TOO_MANY);
    }
}
