package dev.ballast.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An endless row of damaged policies, the same one for the same seed. */
public final class Mutations {
    private static final List<String> SAMPLES = List.of("""
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: bookstore, labels: {owner: team-books}}
            spec:
              select: {namespaces: ["*"], excludeNamespaces: [kube-system, velero]}
              keep: {daily: 7, weekly: 4, monthly: 12}          # 23 restore points
              store: primary
              hooks:
                - use: postgres-checkpoint
                  selector: {matchLabels: {app: postgres}}
                  params: {container: 'postgres'}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, credential: {secret: velero-aws, key: cloud}}
            """, """
            # anchors, merges, block scalars
            apiVersion: ballast.dev/v1alpha1
            base: &base
              daily: 7
              weekly: &w 4w
            kind: BackupClass
            spec:
              keep:
                <<: [*base, {yearly: 1}]
                monthly: *w
              script: |
                echo "héllo 😀"
                exit 0
              folded: >-
                one
                two
              "quoted \\u00e9": 'it''s'
            """, """
            {
            \t"kind": "Environment",
            \t"spec": {"velero": {"version": "1.18.3", "csi": true}, "list": [1, 2.5, -3e2, null]}
            }
            """);

    private static final List<String> TOKENS = List.of(
            "&a ",
            "*a",
            "<<: ",
            "- ",
            ": ",
            "? ",
            "|\n",
            ">-\n",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "\t",
            "---\n",
            "...\n",
            "#",
            "!!str ",
            "!foo ",
            "%YAML 1.2\n",
            "\r\n",
            "\r",
            "\uFEFF",
            "\u2028",
            "\u0085",
            "😀",
            "\\ud800",
            "\\x",
            "{{ x }}",
            "~",
            ".nan",
            "0x",
            "1e999",
            "<<<<<<< HEAD\n",
            "@",
            "`",
            ", ",
            "&",
            "*",
            "!<",
            "%zz",
            "\u0000",
            "\u0007");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    private int pick(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    /** The next damaged policy: bytes, tokens or structure changed in one to seven places. */
    public byte[] next() {
        StringBuilder text = new StringBuilder(SAMPLES.get(pick(SAMPLES.size())));
        for (int i = pick(4); i >= 0; i--) {
            mutateText(text);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (pick(3) == 0) {
            for (int i = pick(3); i >= 0; i--) {
                bytes[pick(bytes.length)] = (byte) pick(256);
            }
        }
        return bytes;
    }

    private void mutateText(StringBuilder text) {
        int at = pick(text.length() + 1);
        int to = Math.min(text.length(), at + pick(30));
        switch (pick(7)) {
            case 0 -> text.insert(at, TOKENS.get(pick(TOKENS.size())));
            case 1 -> text.delete(at, to);
            case 2 -> text.insert(pick(text.length() + 1), text.substring(at, to));
            case 3 -> text.replace(at, to, TOKENS.get(pick(TOKENS.size())));
            case 4 -> moveLine(text);
            case 5 -> text.insert(at, TOKENS.get(pick(TOKENS.size())).repeat(pick(60)));
            default -> text.insert(at, " ".repeat(1 + pick(4)));
        }
    }

    /** Structure: a line goes elsewhere, indented anew. */
    private void moveLine(StringBuilder text) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (!lines.isEmpty()) {
            String line = lines.remove(pick(lines.size()));
            lines.add(pick(lines.size() + 1), " ".repeat(pick(8)) + line.strip());
            text.setLength(0);
            text.append(String.join("\n", lines)).append('\n');
        }
    }
}
