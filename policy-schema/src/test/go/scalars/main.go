// Command scalars prints what sigs.k8s.io/yaml, the decoder of kubectl, makes of plain scalars: one line per scalar with the scalar,
// its JSON as a value and its JSON as a key, separated by tabs. "error" stands for a refusal.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"sigs.k8s.io/yaml"
)

var words = strings.Fields(`
y Y n N yes Yes YES yES no No NO nO true True TRUE tRUE false False FALSE on On ON oN off Off OFF oFF t f T F
~ null Null NULL nULL nil none None .nan .NaN .NAN .Nan nan NaN .inf .Inf .INF +.inf +.Inf -.inf -.INF inf +inf -inf Infinity
0 00 0755 0o755 0O17 08 0008 0o8 09.5 0b 0b101 0B11 -0b101 +0b1 0b-1 0b+1 -0b-1 0b2 0b_1 0x 0x1F 0X1f -0x1F +0x1f 0xG 0x_1 0x1.8p1
1 -1 +1 -0 +0 --1 ++1 1_000 1__0 _1 1_ -_1 1,000 1. 1.5 1.50 +1.5 -1.5 .5 -.5 +.5 .5. ..5 . .. ... - + .e3 .5e3 .5e .5_0 1e3 1E3 1e+3 1e-3 1e
1.e3 1.0e3 1e400 -1e400 1e-400 123e4567 1e5 1e6 1e7 1e20 1e21 1e22 0.0001 0.00001 1.0 100000.0 1000000.0 1234567.5 16777217.0 0.1 3.4028236e38 3.5e38 1e-46
2147483647 2147483648 -2147483648 -2147483649 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
18446744073709551615 18446744073709551616 -18446744073709551615 +9223372036854775808 0xFFFFFFFFFFFFFFFF 0x10000000000000000 -0x8000000000000000
-0xFFFFFFFFFFFFFFFF +0xFFFFFFFFFFFFFFFF 01777777777777777777777 02000000000000000000000 0x8000000000000000
100000000000000000000000000000000000000000
2001-01-01 2001-1-1 2001-13-01 2001-01-01T00:00:00Z 2001-1-1t1:2:3Z 2001-12-14T21:59:43.10-05:00 20010101 2001-01 2001 2001- 1e3e3
12:30 12:30:45 1:20 190:20:30 02:00 :15 10:00:00 7d 12mo 90d 2h30m 30m 80% 50Gi 50GiB 1.18.3 1.18 1.14.0 v1 v1.2 a b foo foo-bar foo_bar <<
= << 1/2 a/b @every @daily x:y é 日本 👍 I II 0.0.0 1.2.3.4 10.0.0.0/8 e3 E3 +e3 -e3 0e3 0e0 00e1 0.e1 00.5 0_7 0_8 0x_ -0o7 +0o7 -07 +07 0o-7 0x-1
`)

// random gives scalars made of the characters that numbers and words are made of; the same ones on every run.
func random(count int) []string {
	const alphabet = "00112789+-._eExXbBoOaFlnytT:~"
	state := uint64(20240611)
	next := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n))
	}
	out := make([]string, 0, count)
	for len(out) < count {
		var b strings.Builder
		for i := next(7) + 1; i > 0; i-- {
			b.WriteByte(alphabet[next(len(alphabet))])
		}
		out = append(out, b.String())
	}
	return out
}

func value(text, key string) string {
	out, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return "error"
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(out, &members); err != nil || len(members) != 1 {
		return "error"
	}
	for name, raw := range members {
		if key != "" {
			return string(raw)
		}
		quoted, _ := json.Marshal(name)
		return string(quoted)
	}
	return "error"
}

func main() {
	seen := map[string]bool{}
	var all []string
	for _, s := range append(words, random(4000)...) {
		if !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	sort.Strings(all)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, s := range all {
		fmt.Fprintf(out, "%s\t%s\t%s\n", s, value("v: "+s+"\n", "v"), value(s+": x\n", ""))
	}
}
