# Ballast in a container: the same files and settings as the image that is released (image/pom.xml); DockerfileTest keeps the two alike.
ARG BUILD=maven:3.9.11-eclipse-temurin-17@sha256:e4a7ace3dc0d645ed97f8d9ad0b0d3f0b14fa8d150138f27f116d7105a639b82
ARG BASE=gcr.io/distroless/java17-debian12:nonroot@sha256:06484c2a9dcc9070aeafbc0fe752cb9f73bc0cea5c311f6a516e9010061998ad

FROM ${BUILD} AS build
WORKDIR /src
COPY . .
RUN ["mvn", "-B", "-ntp", "-pl", "cli", "-am", "package", "-Dmaven.test.skip=true"]
# Apart, so that what changes seldom is a layer of its own.
RUN mkdir -p /layers/libraries /layers/ballast/lib \
    && mv cli/target/ballast/ballast.jar /layers/ballast/ \
    && mv cli/target/ballast/lib/policy-schema-*.jar cli/target/ballast/lib/compiler-*.jar cli/target/ballast/lib/reconciler-*.jar /layers/ballast/lib/ \
    && mv cli/target/ballast/lib/*.jar /layers/libraries/

# There is no shell in the base, and none is needed. A class-data archive is of use only to the very Java that made it.
FROM ${BASE} AS archive
COPY --from=build /layers/libraries/ /app/lib/
COPY --from=build /layers/ballast/ /app/
COPY cli/src/main/class-data-archive/ /sample/
RUN ["java", "-XX:ArchiveClassesAtExit=/tmp/ballast.jsa", "-Xlog:disable", "-XX:+UseSerialGC", "-jar", "/app/ballast.jar", "compile", "/sample"]

FROM ${BASE}
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Ballast" \
      org.opencontainers.image.description="Backup policies in Git, compiled to Velero manifests and kept in a cluster." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/ballast-dev/ballast" \
      org.opencontainers.image.documentation="https://github.com/ballast-dev/ballast/blob/main/docs/index.md"
COPY --from=build /layers/libraries/ /app/lib/
COPY --from=build /layers/ballast/ /app/
COPY --from=archive /tmp/ballast.jsa /app/
WORKDIR /work
USER 65532:65532
EXPOSE 8080
# Options that a user may replace as a whole; those of the entry point are not in them.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData"
ENTRYPOINT ["java", "-Xshare:auto", "-XX:SharedArchiveFile=/app/ballast.jsa", "-Xlog:disable", "-jar", "/app/ballast.jar"]
CMD ["--help"]
