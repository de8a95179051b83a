module dev.ballast/e2e/tools/velero-1.14

go 1.26.0

require github.com/vmware-tanzu/velero v1.14.0
