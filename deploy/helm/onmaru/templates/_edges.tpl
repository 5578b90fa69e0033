{{/*
Who speaks to whom. The network policies are made from this, and a test holds it against what each container is told.
*/}}
{{- define "onmaru.edges" -}}
gateway: [identity, cases, routing, postgresql]
identity: [postgresql, kafka]
cases: [identity, postgresql, kafka]
routing: [identity, postgresql, kafka]
setup: [postgresql, kafka]
demo: [gateway, postgresql]
{{- end }}
