package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours of pages, in light and dark: what is read can be read (WCAG 2.2, 1.4.3 and 1.4.11), what means something stays apart. */
class PageColoursTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6})\\b");
    private static final List<String> TIERS = List.of("hourly", "daily", "weekly", "monthly", "yearly");

    /** Full protanopia, deuteranopia and tritanopia, and none: Machado, Oliveira and Fernandes 2009, in linear RGB. */
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    static Stream<Map<String, String>> schemes() throws IOException {
        try (InputStream in = PageColoursTest.class.getResourceAsStream("page.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] schemes = css.split("@media \\(prefers-color-scheme:dark\\)", 2);
            return Stream.of(colours(schemes[0]), colours(schemes[1].substring(0, schemes[1].indexOf("}}"))));
        }
    }

    private static Map<String, String> colours(String css) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(css).results().forEach(found -> colours.put(found.group(1), found.group(2)));
        assertThat(colours).containsKeys("page", "surface", "ink", "muted", "accent", "empty");
        return colours;
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void textCanBeRead(Map<String, String> scheme) {
        for (String ground : List.of("page", "surface")) {
            for (String text : List.of("ink", "muted", "accent")) {
                assertThat(contrast(scheme, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String tier : TIERS) {
            assertThat(contrast(scheme, "on-" + tier, tier))
                    .as("letter of " + tier)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void tiersStandOutFromTheGround(Map<String, String> scheme) {
        for (String tier : TIERS) {
            assertThat(contrast(scheme, tier, "surface")).as(tier).isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void tiersStayApartForEveryKindOfEye(Map<String, String> scheme) {
        for (double[][] eye : EYES) {
            for (int i = 0; i < TIERS.size(); i++) {
                for (int j = 0; j < i; j++) {
                    String a = TIERS.get(i);
                    String b = TIERS.get(j);
                    assertThat(distance(seen(eye, linear(scheme, a)), seen(eye, linear(scheme, b))))
                            .as(a + " and " + b)
                            .isGreaterThan(0.08);
                }
            }
        }
    }

    private static double contrast(Map<String, String> scheme, String a, String b) {
        double one = luminance(linear(scheme, a));
        double other = luminance(linear(scheme, b));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(double[] c) {
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }

    private static double[] linear(Map<String, String> scheme, String name) {
        String hex = scheme.getOrDefault(name, "absent");
        var linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] seen(double[][] eye, double[] c) {
        double[] seen = times(eye, c);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, seen[i]));
        }
        return seen;
    }

    /** In OKLab (Ottosson 2020), where equal distances look alike. */
    private static double distance(double[] a, double[] b) {
        double[] one = lab(a);
        double[] other = lab(b);
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static double[] lab(double[] c) {
        double[] lms = times(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                c);
        for (int i = 0; i < 3; i++) {
            lms[i] = Math.cbrt(lms[i]);
        }
        return times(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                lms);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
