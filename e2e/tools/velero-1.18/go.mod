module dev.ballast/e2e/tools/velero-1.18

go 1.26.0

require github.com/vmware-tanzu/velero v1.18.3
