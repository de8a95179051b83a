package main

import (
	"fmt"
	"math/rand"
	"strings"
	"time"
)

type testCase struct {
	text  string
	start time.Time
}

// Zones whose clocks change in as many ways as possible between 2015 and 2032: at 02:00, 01:00, midnight and 24:00, by 30 minutes and
// by two hours, against the year, only in Ramadan, once by a whole day, no longer, or never.
var zones = []string{
	"UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
	"Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca", "Antarctica/Troll", "America/Santiago", "America/Asuncion",
	"Africa/Cairo", "Asia/Beirut", "America/Havana", "Atlantic/Azores", "Pacific/Chatham", "Asia/Tehran", "America/St_Johns",
	"Etc/GMT+12", "Asia/Gaza",
}

type locations map[string]*time.Location

func (known locations) find(zone string) *time.Location {
	if known[zone] == nil {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			panic(err)
		}
		known[zone] = loc
	}
	return known[zone]
}

// start is mostly shortly before a change of the zone's clock.
func (known locations) start(r *rand.Rand, zone string) time.Time {
	loc := known.find(zone)
	year := 2016 + r.Intn(16)
	at := time.Date(year, time.Month(1+r.Intn(12)), 1+r.Intn(28), r.Intn(24), r.Intn(60), 0, 0, time.UTC)
	if r.Intn(4) > 0 {
		// Near the next change of the clock, if the zone has one.
		_, offset := at.In(loc).Zone()
		for i := 0; i < 400; i++ {
			day := at.Add(time.Duration(i) * 24 * time.Hour)
			if _, o := day.In(loc).Zone(); o != offset {
				at = day.Add(-time.Duration(r.Intn(4*24*60)) * time.Minute)
				break
			}
		}
	}
	if r.Intn(4) == 0 {
		at = at.Add(time.Duration(r.Intn(60)) * time.Second)
	}
	return at
}

var names = []string{
	"jan", "FEB", "Mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "sun", "MON", "tue", "Wed", "thu", "fri", "sat",
}

type field struct{ min, max, names, count int }

var fields = []field{{0, 59, 0, 0}, {0, 23, 0, 0}, {1, 31, 0, 0}, {1, 12, 0, 12}, {0, 6, 12, 7}}

func (f field) value(r *rand.Rand) string {
	if f.count > 0 && r.Intn(4) == 0 {
		return names[f.names+r.Intn(f.count)]
	}
	n := f.min + r.Intn(f.max-f.min+1)
	switch r.Intn(150) {
	case 0:
		n = f.max + 1
	case 1:
		n = f.min - 1
	case 2:
		return fmt.Sprintf("%02d", n)
	case 3:
		return fmt.Sprintf("+%d", n)
	}
	return fmt.Sprint(n)
}

func (f field) rangeOf(r *rand.Rand) string {
	a, b := f.min+r.Intn(f.max-f.min+1), f.min+r.Intn(f.max-f.min+1)
	if a > b && r.Intn(8) > 0 {
		a, b = b, a
	}
	if f.max == 6 && r.Intn(20) == 0 {
		b = 7
	}
	if f.count > 0 && r.Intn(3) == 0 {
		return names[f.names+a-f.min] + "-" + names[f.names+min(b, 6)-f.min]
	}
	return fmt.Sprintf("%d-%d", a, b)
}

func (f field) item(r *rand.Rand) string {
	switch k := r.Intn(20); {
	case k < 8:
		return f.value(r)
	case k < 12:
		return f.rangeOf(r)
	case k < 15:
		return fmt.Sprintf("*/%d", 1+r.Intn(f.max-f.min+1))
	case k < 16:
		return f.rangeOf(r) + fmt.Sprintf("/%d", 1+r.Intn(6))
	case k < 17:
		return f.value(r) + fmt.Sprintf("/%d", 1+r.Intn(6))
	case k < 18:
		return "?"
	}
	return "*"
}

func (f field) text(r *rand.Rand, restrict bool) string {
	if !restrict && r.Intn(2) == 0 {
		return "*"
	}
	items := []string{f.item(r)}
	for r.Intn(4) == 0 {
		items = append(items, f.item(r))
	}
	return strings.Join(items, ",")
}

// randomText is a cron of five fields; most are accepted somewhere.
func randomText(r *rand.Rand) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = f.text(r, i < 2)
	}
	if r.Intn(3) > 0 {
		// Nightly and hourly times, where the clock changes.
		words[0] = fmt.Sprint(r.Intn(4) * 15)
		words[1] = []string{"0", "1", "2", "3", "0-3", "*/2", "1,2", "*", "23", "1-4/2"}[r.Intn(10)]
	}
	return strings.Join(words, " ")
}

// spoiled is a text with one character changed, most of them refused.
func spoiled(r *rand.Rand, text string) string {
	at := r.Intn(len(text))
	with := string("*/-,?@ 0179LW#Hx.=\"\t"[r.Intn(20)])
	switch r.Intn(3) {
	case 0:
		return text[:at] + with + text[at:]
	case 1:
		return text[:at] + text[at+1:]
	}
	return text[:at] + with + text[at+1:]
}

func prefixed(r *rand.Rand, zone, text string) string {
	switch {
	case zone == "":
		return text
	case r.Intn(4) == 0:
		return "TZ=" + zone + " " + text
	case r.Intn(40) == 0:
		return "CRON_TZ=\"" + zone + "\" " + text
	}
	return "CRON_TZ=" + zone + " " + text
}

// cases are the same on every run. The library without zones sees each text bare, except for a few refusals.
func cases(withZones bool) []testCase {
	r := rand.New(rand.NewSource(20261121))
	known := locations{}
	var all []testCase
	for _, text := range byHand {
		for _, zone := range []string{"", "Europe/Berlin", "America/New_York", "Africa/Cairo"} {
			if zone == "" || withZones || r.Intn(20) == 0 {
				all = append(all, testCase{prefixed(r, zone, text), known.start(r, zone)})
			}
		}
	}
	for _, text := range whole {
		for i := 0; i < 3; i++ {
			all = append(all, testCase{text, known.start(r, "Europe/Berlin")})
		}
	}
	for len(all) < 24_000 {
		zone := zones[r.Intn(len(zones))]
		text := randomText(r)
		if r.Intn(12) == 0 {
			text = spoiled(r, text)
		}
		start := known.start(r, zone)
		if !withZones && r.Intn(50) > 0 || r.Intn(12) == 0 {
			zone = ""
		}
		text = prefixed(r, zone, text)
		if r.Intn(100) == 0 {
			text = spoiled(r, text)
		}
		all = append(all, testCase{text, start})
	}
	return all
}
