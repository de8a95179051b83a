// Added to Velero's package kube. A periodic loop that follows the wall clock, so that it ticks when that is set. Its ticks are those of a
// server that was started BALLAST_PHASE (seconds since 1970, 0 if absent) or any number of periods after that.

package kube

import (
	"os"
	"strconv"
	"time"
)

const (
	ballastLook = 50 * time.Millisecond

	// A clock that was set past a tick does not make up for it: a server that had lived through that time would have ticked then.
	// Within this time after a tick it is only late.
	ballastLate = 2 * time.Minute
)

func ballastUntil(f func(), period time.Duration, stop <-chan struct{}) {
	seconds, _ := strconv.ParseInt(os.Getenv("BALLAST_PHASE"), 10, 64)
	phase := time.Unix(seconds, 0)
	f()
	last := ballastTick(phase, period)
	for {
		select {
		case <-stop:
			return
		case <-time.After(ballastLook):
		}
		tick := ballastTick(phase, period)
		if tick.After(last) {
			last = tick
			if time.Now().Round(0).Sub(tick) < ballastLate {
				f()
			}
		}
	}
}

// The last tick that is not in the future.
func ballastTick(phase time.Time, period time.Duration) time.Time {
	gone := time.Now().Round(0).Sub(phase)
	return phase.Add(gone.Truncate(period))
}
