package dev.ballast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes sample policies into a folder, for whole-process runs. */
public final class WriteSamples {
    private WriteSamples() {}

    /** Arguments: how many policies, and the folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        for (Map.Entry<String, String> file :
                SamplePolicies.of(Integer.parseInt(args[0])).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
    }
}
