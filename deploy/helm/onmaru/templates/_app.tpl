{{/* The container of an app. Takes { root, app }. */}}
{{- define "onmaru.container" -}}
{{- $root := .root }}
{{- $app := .app }}
{{- $of := get $root.Values.apps $app }}
name: {{ $app }}
image: {{ include "onmaru.image" . }}
imagePullPolicy: {{ $root.Values.image.pullPolicy }}
securityContext: {{ include "onmaru.containerSecurity" . | nindent 2 }}
ports:
  - { name: {{ if eq $app "gateway" }}http{{ else }}{{ $app }}{{ end }}, containerPort: {{ include "onmaru.port" . }} }
env:
  {{- include "onmaru.heap" $of | nindent 2 }}
  - { name: ONMARU_APP, value: {{ $app }} }
  - { name: ONMARU_HOST, value: 0.0.0.0 }
  - { name: ONMARU_PORT, value: {{ include "onmaru.port" . | quote }} }
  - { name: ONMARU_LOG_LEVEL, value: {{ $root.Values.logLevel }} }
  - { name: ONMARU_START_SECONDS, value: {{ $root.Values.startSeconds | quote }} }
  - { name: ONMARU_DRAIN_SECONDS, value: {{ $root.Values.drainSeconds | quote }} }
  - { name: ONMARU_SERVICE_KEY_FILE, value: /run/secrets/onmaru/service-key }
  {{- if eq $app "gateway" }}
  - { name: ONMARU_LOG_URL, value: {{ include "onmaru.database" (dict "root" $root "role" "onmaru_gateway") | quote }} }
  - { name: ONMARU_LOG_PASSWORD_FILE, value: /run/secrets/onmaru/database-password }
  - name: ONMARU_SERVICE_URLS
    value: {{ range $n, $service := list "identity" "cases" "routing" }}{{ if $n }},{{ end }}{{ $service }}={{ include "onmaru.url" (dict "root" $root "app" $service) }}{{ end }}
  {{- else }}
  - { name: ONMARU_DATABASE_URL, value: {{ include "onmaru.database" (dict "root" $root "role" (printf "onmaru_%s" $app)) | quote }} }
  - { name: ONMARU_DATABASE_PASSWORD_FILE, value: /run/secrets/onmaru/database-password }
  {{- include "onmaru.kafka" $root | nindent 2 }}
  {{- if eq $app "identity" }}
  - { name: ONMARU_SECURE_COOKIES, value: {{ $root.Values.secureCookies | quote }} }
  {{- else }}
  - { name: ONMARU_IDENTITY_URL, value: {{ include "onmaru.url" (dict "root" $root "app" "identity") | quote }} }
  {{- end }}
  {{- end }}
resources: {{ include "onmaru.resources" $of | nindent 2 }}
# The program opens its port when it has booted: tables migrated, consumers in their groups.
startupProbe:
  httpGet: { path: /livez, port: {{ include "onmaru.port" . }} }
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: {{ div (add $root.Values.startSeconds 60) 2 }}
livenessProbe:
  httpGet: { path: /livez, port: {{ include "onmaru.port" . }} }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: "/readyz?alone=true", port: {{ include "onmaru.port" . }} }
  periodSeconds: 3
  timeoutSeconds: 5
  failureThreshold: 2
volumeMounts:
  - { name: secrets-{{ $app }}, mountPath: /run/secrets/onmaru, readOnly: true }
{{- end }}

{{/* A Deployment of the apps in one pod. Takes { root, part, apps, replicas }; without `replicas` somebody else says how many. */}}
{{- define "onmaru.deployment" -}}
{{- $root := .root }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "onmaru.fullname" $root }}-{{ .part }}
  labels: {{ include "onmaru.labels" . | nindent 4 }}
spec:
  {{- with .replicas }}
  replicas: {{ . }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector:
    matchLabels: {{ include "onmaru.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{ include "onmaru.labels" . | nindent 8 }}
      {{- with $root.Values.podAnnotations }}
      annotations: {{ toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ include "onmaru.fullname" $root }}-{{ .part }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      securityContext: {{ include "onmaru.podSecurity" . | nindent 8 }}
      # The pause, 15 s to finish what has begun, and as much in reserve.
      terminationGracePeriodSeconds: {{ add $root.Values.drainSeconds 30 }}
      {{- include "onmaru.placement" . | nindent 6 }}
      {{- include "onmaru.spread" . | nindent 6 }}
      containers:
        {{- range .apps }}
        - {{- include "onmaru.container" (dict "root" $root "app" .) | nindent 10 }}
        {{- end }}
      volumes:
        {{- range .apps }}
        {{- include "onmaru.volume" (dict "root" $root "app" .) | nindent 8 }}
        {{- end }}
{{- end }}

{{/* A Job. Takes { root, app, verb, env, of }: its name changes with what it does, so that a change of it is a new Job. */}}
{{- define "onmaru.job" -}}
{{- $root := .root }}
{{- $spec := include "onmaru.jobPod" . }}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "onmaru.fullname" $root }}-{{ .app }}-{{ sha256sum $spec | trunc 8 }}
  labels: {{ include "onmaru.labels" (dict "root" $root "part" .app) | nindent 4 }}
spec:
  backoffLimit: 6
  activeDeadlineSeconds: {{ $root.Values.startSeconds }}
  template: {{ $spec | nindent 4 }}
{{- end }}

{{- define "onmaru.jobPod" -}}
{{- $root := .root }}
metadata:
  labels: {{ include "onmaru.labels" (dict "root" $root "part" .app) | nindent 4 }}
spec:
  serviceAccountName: {{ include "onmaru.fullname" $root }}-{{ .app }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  restartPolicy: OnFailure
  securityContext: {{ include "onmaru.podSecurity" . | nindent 4 }}
  {{- include "onmaru.placement" . | nindent 2 }}
  containers:
    - name: {{ .app }}
      image: {{ include "onmaru.image" (dict "root" $root "app" "setup") }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      args: [{{ .verb }}]
      securityContext: {{ include "onmaru.containerSecurity" . | nindent 8 }}
      env:
        {{- include "onmaru.heap" $root.Values.setup | nindent 8 }}
        - { name: ONMARU_APP, value: setup }
        - { name: ONMARU_LOG_LEVEL, value: {{ $root.Values.logLevel }} }
        {{- .env | nindent 8 }}
      resources: {{ include "onmaru.resources" $root.Values.setup | nindent 8 }}
      volumeMounts:
        - { name: secrets-{{ .app }}, mountPath: /run/secrets/onmaru, readOnly: true }
  volumes:
    {{- include "onmaru.volume" . | nindent 4 }}
{{- end }}
