{{- define "ballast.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "ballast.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "ballast.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- /* Objects of the whole cluster carry the namespace, so that two releases of one name are not in each other's way. */}}
{{- define "ballast.clusterName" -}}
{{- printf "%s-%s" .Release.Namespace (include "ballast.fullname" .) | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "ballast.selectorLabels" -}}
app.kubernetes.io/name: {{ include "ballast.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: reconciler
{{- end }}

{{- define "ballast.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "ballast.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: ballast
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "ballast.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "ballast.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end }}

{{- define "ballast.veleroNamespace" -}}
{{- default .Release.Namespace .Values.veleroNamespace -}}
{{- end }}

{{- define "ballast.image" -}}
{{- $image := .Values.image -}}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $image.repository -}}
{{- if $image.digest }}@{{ $image.digest }}{{ else }}:{{ default .Chart.AppVersion $image.tag }}{{ end -}}
{{- end }}

{{- /* Not empty where replicas elect a leader. */}}
{{- define "ballast.elects" -}}
{{- if or (eq .Values.reconciler.leaderElection "always") (and (eq .Values.reconciler.leaderElection "auto") (gt (int .Values.replicas) 1)) -}}
yes
{{- end -}}
{{- end }}

{{- /* Not empty where an object of Prometheus' operator is written: a dict with the context, the settings and the kind. */}}
{{- define "ballast.monitors" -}}
{{- if .settings.enabled -}}
{{- $known := .context.Capabilities.APIVersions.Has (printf "monitoring.coreos.com/v1/%s" .kind) -}}
{{- if or $known (eq .settings.renderMode "alwaysRender") -}}
yes
{{- else if eq .settings.renderMode "failIfMissing" -}}
{{- fail (printf "the cluster has no kind %s of monitoring.coreos.com/v1; install Prometheus' operator first, or set renderMode to skipIfMissing or alwaysRender" .kind) -}}
{{- end -}}
{{- end -}}
{{- end }}
