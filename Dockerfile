# One file for all services: docker build --build-arg SERVICE=scoring-service --build-arg MAIN=stratum.scoring.ScoringService .
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
ARG SERVICE
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -DskipTests -pl ${SERVICE} -am package dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory=/app/lib -DexcludeGroupIds=stratum \
    && mkdir -p /app/service && cp schemas/target/schemas-*T.jar platform/target/platform-*T.jar ${SERVICE}/target/${SERVICE}-*T.jar /app/service/

FROM ${RUN_IMAGE}
ARG MAIN
ENV MAIN=${MAIN} STRATUM_STATE_DIR=/state SERVER_PORT=8080
RUN useradd --system --uid 10001 stratum && mkdir /state && chown stratum /state
# Libraries change seldom and have a layer of their own.
COPY --from=build /app/lib /app/lib
COPY --from=build /app/service /app/service
USER 10001
VOLUME /state
# Each container has a name of its own, by which the service's other instances reach it.
ENTRYPOINT ["sh", "-c", "export STRATUM_INSTANCE=${STRATUM_INSTANCE:-$HOSTNAME:$SERVER_PORT}; exec java -XX:MaxRAMPercentage=75 -cp '/app/service/*:/app/lib/*' $MAIN"]
