# Ducha for a scale-out installation: docker-compose.yml shows how its processes fit together.
FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=UTC DUCHA_HOME=/var/lib/ducha
WORKDIR /opt/ducha
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY --from=build /build/apps/web/dist apps/web/dist
# Everything that is written lives here; the program itself is read-only to the user that runs it.
RUN install --directory --owner=node --group=node /var/lib/ducha /var/lib/ducha/evidence
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--max-old-space-size=1024", "dist/apps/cli/src/main.js"]
CMD ["start"]
