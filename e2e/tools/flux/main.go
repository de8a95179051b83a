// flux-health KUSTOMIZATION: what Flux makes of objects by the healthCheckExprs of a Kustomization. A JSON list of objects is read from
// standard input, the list of their states, as kstatus names them, goes to standard output.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	kustomizev1 "github.com/fluxcd/kustomize-controller/api/v1"
	"github.com/fluxcd/pkg/runtime/cel"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

func main() {
	states, err := judge(os.Args[1])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(states)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func judge(path string) ([]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var kustomization kustomizev1.Kustomization
	if err := yaml.UnmarshalStrict(text, &kustomization); err != nil {
		return nil, err
	}
	evaluators := map[string]*cel.StatusEvaluator{}
	for _, check := range kustomization.Spec.HealthCheckExprs {
		evaluator, err := cel.NewStatusEvaluator(&check.HealthCheckExpressions)
		if err != nil {
			return nil, err
		}
		evaluators[check.APIVersion+" "+check.Kind] = evaluator
	}
	var objects []unstructured.Unstructured
	if err := json.NewDecoder(os.Stdin).Decode(&objects); err != nil {
		return nil, err
	}
	states := make([]string, 0, len(objects))
	for _, object := range objects {
		evaluator, found := evaluators[object.GetAPIVersion()+" "+object.GetKind()]
		if !found {
			return nil, fmt.Errorf("no expressions for %s", object.GetKind())
		}
		result, err := evaluator.Evaluate(context.Background(), &object)
		if err != nil {
			// Flux tries again until its timeout.
			states = append(states, "error: "+err.Error())
			continue
		}
		states = append(states, result.Status.String())
	}
	return states, nil
}
