package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    private static final String GITHUB = ".github/workflows/ballast.yml";
    private static final String GITLAB = ".gitlab-ci.yml";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesTheWorkflowOfTheForgeThatIsNamed() throws IOException {
        Typed github = Typed.in(folder, "init", "--ci", "github", "--from", "platform/ballast@v0.1.0", "one");
        assertThat(github.exit()).as(github.err()).isZero();
        assertThat(folder.resolve("one/" + GITLAB)).doesNotExist();
        assertThat(folder.resolve("one/" + GITHUB))
                .content()
                .contains("- uses: platform/ballast@v0.1.0\n")
                .doesNotContain("OWNER", "REVISION");
        assertThat(github.err()).doesNotContain("Before CI can run");
        Typed.in(folder, "init", "--ci", "gitlab", "--from", "acme/tools/kit@0a1b2c", "two");
        assertThat(folder.resolve("two/.github")).doesNotExist();
        assertThat(Files.readString(folder.resolve("two/" + GITLAB)))
                .contains(
                        "component: $CI_SERVER_FQDN/acme/tools/kit/ballast@0a1b2c\n",
                        "source: $CI_SERVER_URL/acme/tools/kit.git\n",
                        "version: 0a1b2c\n");
    }

    @Test
    void saysWhatIsLeftToFillIn() {
        Typed both = Typed.in(folder, "init");
        assertThat(both.out()).contains(GITHUB, GITLAB);
        assertThat(both.err()).contains("in place of OWNER/ballast and REVISION");
        assertThat(folder.resolve(GITHUB)).content().contains("OWNER/ballast@REVISION");
        Typed none = Typed.in(folder, "init", "--ci", "none", "bare");
        assertThat(none.out()).contains("policies/apps/shop.yaml").doesNotContain(GITHUB, GITLAB);
        assertThat(none.err()).doesNotContain("OWNER");
    }

    @Test
    void addsAWorkflowToARepositoryThatHasPolicies() throws IOException {
        Policies.file(folder, "policies/shop.yaml", Policies.SHOP);
        Policies.file(folder, "README.md", "mine\n");
        Typed typed = Typed.in(folder, "init", "--ci", "github", "--only-ci");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).isEqualTo(GITHUB + "\n");
        assertThat(folder.resolve(".ballast")).doesNotExist();
        assertThat(Typed.in(folder, "init", "--ci", "github", "--only-ci").exit())
                .isEqualTo(Exit.CANNOT_RUN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ballast", "a/b", "a/b@", "a/b@c d", "a/b@${{ x }}", "a/b@c\n- run: x", "-a/b@c", "a/b@$(x)"})
    void aRepositoryThatCouldMeanMoreIsRefused(String from) {
        assertThat(Typed.in(folder, "init", "--from=" + from).exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(folder.resolve("policies")).doesNotExist();
    }

    @Test
    void thereIsNoOtherForge() {
        assertThat(Typed.in(folder, "init", "--ci", "forge").err()).contains("`github`, `gitlab`, `both` or `none`");
        assertThat(Typed.in(folder, "init", "--ci", "none", "--only-ci").exit()).isEqualTo(Exit.CANNOT_RUN);
    }
}
