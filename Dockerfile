# An image of one app, or of several: docker build --build-arg APPS=cases --tag onmaru/cases .
ARG NODE_IMAGE=node:26-bookworm-slim
ARG BASE_IMAGE=debian:bookworm-slim

# hadolint ignore=DL3006
FROM ${NODE_IMAGE} AS node

FROM node AS manifests
WORKDIR /work
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete && find . -type d -empty -delete

# Installed again only when a manifest has changed, and compiled once for all images.
FROM node AS build
WORKDIR /work
COPY --from=manifests /work ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY libs libs
COPY apps apps
RUN npx vite build apps/console && npx tsc -b apps/identity apps/cases apps/routing apps/gateway apps/setup

FROM build AS layout
COPY LICENSE NOTICE ./
COPY tools tools
ARG APPS
RUN node tools/image.mjs /image ${APPS}

# hadolint ignore=DL3006
FROM ${BASE_IMAGE}
# Node needs libatomic1. Versions are those of the base image's release.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libatomic1 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/log/* \
 && groupadd --gid 10001 onmaru \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin onmaru
COPY --from=node /usr/local/bin/node /usr/local/bin/node
# Folders on which volumes are mounted belong to who writes there.
ARG FOLDERS
RUN install --directory --owner=10001 --group=10001 /var/lib/onmaru ${FOLDERS}
COPY --from=layout /image /app
WORKDIR /app
ENV NODE_ENV=production ONMARU_HOST=0.0.0.0 ONMARU_PORT=8080 ONMARU_CONSOLE=/app/console
USER 10001:10001
EXPOSE 8080
# Asked by the shell, which costs a machine that is busy less than another Node.
HEALTHCHECK --interval=5s --timeout=20s --start-period=180s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$ONMARU_PORT && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# The Kafka client asks for time-outs that have passed already, which Node remarks upon.
ENTRYPOINT ["node", "--disable-warning=TimeoutNegativeWarning", "/app/main.mjs"]
ARG VERSION=0.1.0
ARG REVISION
LABEL org.opencontainers.image.title="Onmaru" \
      org.opencontainers.image.description="An open customer-service platform whose cases are events" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
