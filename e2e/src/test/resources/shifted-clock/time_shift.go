// Added to Go's package time. Seconds that Now adds to the wall clock, for as long as the program runs read anew from the file that
// BALLAST_CLOCK names: eight bytes, in the byte order of the machine. The monotonic clock, and with it every timer, stays as it is.

package time

import (
	"sync/atomic"
	"syscall"
	"unsafe"
)

var ballastShift = ballastMapShift()

func ballastSeconds() int64 {
	return atomic.LoadInt64(ballastShift)
}

func ballastMapShift() *int64 {
	name, ok := syscall.Getenv("BALLAST_CLOCK")
	if !ok {
		return new(int64)
	}
	file, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		panic("BALLAST_CLOCK: " + err.Error())
	}
	bytes, err := syscall.Mmap(file, 0, 8, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		panic("BALLAST_CLOCK: " + err.Error())
	}
	return (*int64)(unsafe.Pointer(&bytes[0]))
}
