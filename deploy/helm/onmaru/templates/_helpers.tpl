{{- define "onmaru.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* Labels of what belongs to one part: takes { root, part }. */}}
{{- define "onmaru.selector" -}}
app.kubernetes.io/name: onmaru
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "onmaru.labels" -}}
{{ include "onmaru.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Takes { root, app }. */}}
{{- define "onmaru.image" -}}
{{- $image := .root.Values.image }}
{{- $name := $image.single | default (printf "%s/%s" $image.repository .app) }}
{{- printf "%s:%s" (compact (list $image.registry $name) | join "/") ($image.tag | default .root.Chart.AppVersion) }}
{{- end }}

{{/* Where an app is reached. Takes { root, app }. */}}
{{- define "onmaru.url" -}}
{{- if eq .root.Values.layout "together" }}http://127.0.0.1:{{ include "onmaru.port" . }}
{{- else }}http://{{ include "onmaru.fullname" .root }}-{{ .app }}:8080
{{- end }}
{{- end }}

{{/* The port of an app in its pod: in one pod, each has its own. */}}
{{- define "onmaru.port" -}}
{{- if or (eq .app "gateway") (ne .root.Values.layout "together") }}8080
{{- else }}{{ get (dict "identity" "8081" "cases" "8082" "routing" "8083") .app }}
{{- end }}
{{- end }}

{{- define "onmaru.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "onmaru.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Requests and limits. Takes { cpu, memoryMiB }. */}}
{{- define "onmaru.resources" -}}
requests: { cpu: {{ .cpu | quote }}, memory: {{ .memoryMiB }}Mi }
limits: { memory: {{ .memoryMiB }}Mi }
{{- end }}

{{/* Three quarters of the memory are JavaScript's heap. */}}
{{- define "onmaru.heap" -}}
- name: NODE_OPTIONS
  value: --max-old-space-size={{ div (mul .memoryMiB 3) 4 }}
{{- end }}

{{/* Files of Secrets that an app reads: { path: [secret, key] }. Takes { root, app }. */}}
{{- define "onmaru.files" -}}
{{- $secrets := .root.Values.secrets }}
{{- $files := dict }}
{{- if has .app (list "identity" "cases" "routing" "gateway") }}
{{- $_ := set $files "database-password" (list $secrets.database .app) }}
{{- $_ := set $files "service-key" (list $secrets.platform "service-key") }}
{{- else if eq .app "setup" }}
{{- range list "identity" "cases" "routing" "gateway" }}{{ $_ := set $files (printf "%s-password" .) (list $secrets.database .) }}{{ end }}
{{- $_ := set $files "admin-password" (list $secrets.admin "password") }}
{{- $_ := set $files "platform-key" (list $secrets.platform "platform-key") }}
{{- else }}
{{- $_ := set $files "database-password" (list $secrets.database "identity") }}
{{- $_ := set $files "demo-password" (list $secrets.demo "password") }}
{{- end }}
{{- toYaml $files }}
{{- end }}

{{/* One volume with those files. */}}
{{- define "onmaru.volume" -}}
- name: secrets-{{ .app }}
  projected:
    defaultMode: 0440
    sources:
      {{- range $path, $from := include "onmaru.files" . | fromYaml }}
      - secret: { name: {{ index $from 0 | quote }}, items: [{ key: {{ index $from 1 | quote }}, path: {{ $path | quote }} }] }
      {{- end }}
{{- end }}

{{/* The address of the database as a role, without its password. Takes { root, role }. */}}
{{- define "onmaru.database" -}}
{{- $at := .root.Values.postgresql }}
{{- printf "postgres://%s@%s:%d/%s" .role $at.host (int $at.port) $at.database }}
{{- end }}

{{- define "onmaru.kafka" -}}
- name: KAFKA_BROKERS
  value: {{ join "," .Values.kafka.brokers | quote }}
- name: ONMARU_KAFKA_PREFIX
  value: {{ .Values.kafka.prefix | quote }}
{{- end }}

{{/* Where pods are put: apart from their like. Takes { root, part }. */}}
{{- define "onmaru.placement" -}}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "onmaru.spread" -}}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{ include "onmaru.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
