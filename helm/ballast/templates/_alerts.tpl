{{- /* The alerts about Ballast itself: a dict with the settings and what selects the series of this release. */}}
{{- define "ballast.alerts" -}}
- alert: BallastDown
  expr: absent(ballast_reconcile_errors_total{ {{- .ours -}} })
  for: {{ .settings.downMinutes }}m
  severity: critical
  summary: Ballast does not run, or is not scraped
  description: Nothing was heard of Ballast for {{ .settings.downMinutes }} minutes. Velero goes on with the Schedules there are, but nobody corrects them, guards the last good backups or tells what is missing.
- alert: BallastReconcileErrors
  expr: sum by (namespace) (increase(ballast_reconcile_errors_total{ {{- .ours -}} }[30m])) > 3
  for: 15m
  severity: warning
  summary: Ballast cannot do its work
  description: {{ "'Looks at policies ended with an error {{ $value | printf \"%.0f\" }} times in half an hour.'" }}
- alert: BallastDriftPersists
  expr: max by (environment, cluster, policy, kind) (ballast_drifted_manifests{ {{- .ours -}} }) > 0
  for: {{ .settings.driftMinutes }}m
  severity: warning
  summary: {{ "'The cluster does not follow the policy {{ $labels.policy }}'" }}
  description: {{ printf "'{{ $value }} objects of the kind {{ $labels.kind }} are not as the policy {{ $labels.policy }} wants them, for %d minutes, and are left so.'" (int .settings.driftMinutes) }}
- alert: BallastPriceDataOld
  expr: max by (namespace) (ballast_price_data_age_seconds{ {{- .ours -}} }) > {{ mul .settings.priceDays 86400 }}
  for: 1h
  severity: info
  summary: Prices that Ballast counts with are old
  description: {{ "'The oldest price in use is {{ $value | humanizeDuration }} old, so what Ballast says about money may be wrong.'" }}
{{- end }}
