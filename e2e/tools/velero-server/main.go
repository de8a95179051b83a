// Velero as it is, except that its controllers' own metrics, for which it has no flag, take no port: its main fixes 8080, and then two
// of them cannot run on one machine.
package main

import (
	"os"
	"path/filepath"

	"github.com/vmware-tanzu/velero/pkg/cmd"
	"github.com/vmware-tanzu/velero/pkg/cmd/velero"
	"k8s.io/klog/v2"
	"sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func main() {
	server.DefaultBindAddress = "0"
	defer klog.Flush()
	cmd.CheckError(velero.NewCommand(filepath.Base(os.Args[0])).Execute())
}
