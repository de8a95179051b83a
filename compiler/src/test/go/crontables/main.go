// Command crontables prints what the three cron libraries inside Velero make of many texts, so that Ballast's own engine can be held
// to it. Same bytes on every run: the generator is seeded, the starts are fixed.
//
// One gzip file per library, in it one row per case, its columns parted by tabs:
//
//	text (as a Go string literal without quotes), start (seconds since 1970), result
//
// The result is "error" (also when the library panics, as Velero catches that), "zero" (the library answers the zero time), or the
// first runs as seconds: the first one after the start, each next one after the one before, "zero" at the end when none follows, and
// after a "#" an FNV-1a hash of a longer list of them.
package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata"

	netresearch "github.com/netresearch/go-cron"
	robfig1 "github.com/robfig/cron"
	robfig3 "github.com/robfig/cron/v3"
)

const (
	shown  = 2
	hashed = 40
)

type schedule interface{ Next(time.Time) time.Time }

type library struct {
	name  string
	zones bool
	parse func(string) (schedule, error)
}

var libraries = []library{
	{"robfig-v1", false, func(s string) (schedule, error) { return robfig1.ParseStandard(s) }},
	{"robfig-v3", true, func(s string) (schedule, error) { return robfig3.ParseStandard(s) }},
	{"go-cron", true, func(s string) (schedule, error) { return netresearch.ParseStandard(s) }},
}

// read guards against panics as Velero's parseCronSchedule does.
func (l library) read(text string) (s schedule, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = nil, fmt.Errorf("panic: %v", r)
		}
	}()
	if text == "" {
		return nil, errors.New("empty")
	}
	return l.parse(text)
}

func (l library) result(text string, start time.Time) string {
	s, err := l.read(text)
	if err != nil {
		return "error"
	}
	var out strings.Builder
	all := fnv.New64a()
	previous := start
	for i := 0; i < hashed; i++ {
		next := s.Next(previous)
		word := "zero"
		if !next.IsZero() {
			word = strconv.FormatInt(next.Unix()-previous.Unix(), 10)
		}
		fmt.Fprintf(all, "%s ", word)
		if i < shown {
			out.WriteString(word + " ")
		}
		if next.IsZero() {
			if i == 0 {
				return "zero"
			}
			break
		}
		previous = next
	}
	return fmt.Sprintf("%s#%08x", out.String(), uint32(all.Sum64()))
}

func write(dir string, l library) error {
	file, err := os.Create(filepath.Join(dir, l.name+".tsv.gz"))
	if err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(file, gzip.BestCompression)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(zip)
	for _, c := range cases(l.zones) {
		quoted := strconv.QuoteToASCII(c.text)
		fmt.Fprintf(out, "%s\t%d\t%s\n", quoted[1:len(quoted)-1], c.start.Unix(), l.result(c.text, c.start))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func main() {
	// The server's own zone is UTC, as in Velero's stock image.
	time.Local = time.UTC
	// The zones of the Go distribution rather than those of the machine.
	if zip := filepath.Join(runtime.GOROOT(), "lib", "time", "zoneinfo.zip"); exists(zip) {
		os.Setenv("ZONEINFO", zip)
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: crontables DIRECTORY")
		os.Exit(2)
	}
	failures := make(chan error)
	for _, l := range libraries {
		go func() { failures <- write(os.Args[1], l) }()
	}
	for range libraries {
		if err := <-failures; err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
