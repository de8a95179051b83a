// The parts of Argo CD that keep a cluster equal to Git, each under its own name; argocd-server, which embeds a web interface, is left out.
// One more, argocd-lua, runs the health checks and actions of an argocd-cm in the interpreter that Argo CD has.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/klog/v2"
	"sigs.k8s.io/yaml"

	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"
	applicationset "github.com/argoproj/argo-cd/v3/cmd/argocd-applicationset-controller/commands"
	cmpserver "github.com/argoproj/argo-cd/v3/cmd/argocd-cmp-server/commands"
	gitaskpass "github.com/argoproj/argo-cd/v3/cmd/argocd-git-ask-pass/commands"
	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	"github.com/argoproj/argo-cd/v3/util/log"
	"github.com/argoproj/argo-cd/v3/util/lua"
	"github.com/argoproj/argo-cd/v3/util/settings"
)

func main() {
	klog.SetLogger(log.NewLogrusLogger(log.NewWithCurrentConfig()))
	programs := map[string]func() *cobra.Command{
		"argocd-application-controller":    controller.NewCommand,
		"argocd-applicationset-controller": applicationset.NewCommand,
		"argocd-cmp-server":                cmpserver.NewCommand,
		"argocd-git-ask-pass":              gitaskpass.NewCommand,
		"argocd-repo-server":               reposerver.NewCommand,
		"argocd-lua":                       luaCommand,
	}
	program, known := programs[filepath.Base(os.Args[0])]
	if !known {
		fmt.Fprintln(os.Stderr, "no part of Argo CD is called", os.Args[0])
		os.Exit(2)
	}
	if err := program().Execute(); err != nil {
		os.Exit(1)
	}
}

// One question: the health of an object, the actions it offers, or what an action makes of it.
type question struct {
	Ask    string         `json:"ask"`
	Action string         `json:"action"`
	Object map[string]any `json:"object"`
}

type answer struct {
	Result any    `json:"result"`
	Error  string `json:"error"`
}

// argocd-lua CONFIGMAP: a JSON list of questions on standard input, the list of answers on standard output.
func luaCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "argocd-lua CONFIGMAP",
		Args: cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			vm, err := configured(command.Context(), arguments[0])
			if err != nil {
				return err
			}
			var questions []question
			if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
				return err
			}
			answers := make([]answer, 0, len(questions))
			for _, question := range questions {
				result, err := ask(vm, question)
				if err != nil {
					answers = append(answers, answer{Error: err.Error()})
				} else {
					answers = append(answers, answer{Result: result})
				}
			}
			return json.NewEncoder(os.Stdout).Encode(answers)
		},
	}
}

// An interpreter with the settings of a ConfigMap, as Argo CD itself reads them.
func configured(ctx context.Context, path string) (lua.VM, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return lua.VM{}, err
	}
	configMap := &corev1.ConfigMap{}
	if err := yaml.UnmarshalStrict(text, configMap); err != nil {
		return lua.VM{}, err
	}
	manager := settings.NewSettingsManager(ctx, fake.NewClientset(configMap), configMap.Namespace)
	overrides, err := manager.GetResourceOverrides()
	return lua.VM{ResourceOverrides: overrides}, err
}

func ask(vm lua.VM, asked question) (any, error) {
	object := &unstructured.Unstructured{Object: asked.Object}
	switch asked.Ask {
	case "health":
		return lua.ResourceHealthOverrides(vm.ResourceOverrides).GetResourceHealth(object)
	case "discovery":
		scripts, err := vm.GetResourceActionDiscovery(object)
		if err != nil {
			return nil, err
		}
		return vm.ExecuteResourceActionDiscovery(object, scripts)
	case "action":
		action, err := vm.GetResourceAction(object, asked.Action)
		if err != nil {
			return nil, err
		}
		return vm.ExecuteResourceAction(object, action.ActionLua, nil)
	}
	return nil, fmt.Errorf("unknown question %q", asked.Ask)
}
