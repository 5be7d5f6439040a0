import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the API answers while pages are developed; in production one server serves both. */
const api = process.env.DUCHA_API ?? 'http://127.0.0.1:3000';
const vendor = /node_modules[\\/]/;

/** Tells the service worker which files belong to its build; fonts stay out, they are kept as they are used. */
function workerFiles(): Plugin {
  return {
    name: 'worker-files',
    apply: 'build',
    generateBundle: {
      // after Vite has taken out the chunks that held nothing but styles
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((file) => /^assets\/.*\.(?:js|css)$/.test(file))
          .sort()
          .map((file) => `/${file}`);
        const worker = bundle['worker.js'];
        if (worker?.type !== 'chunk') throw new Error('the build has no worker.js');
        const build = createHash('sha256')
          .update(`${files.join('\n')}\n${worker.code}`)
          .digest('hex')
          .slice(0, 12);
        worker.code = `const BUILT = ${JSON.stringify({ build, files })};\n${worker.code}`;
      },
    },
  };
}

/**
 * Each file lies there compressed as well, for the thin lines of villages; browsers take brotli over https only. It is
 * made of what was written: a file may change until then, as the service worker does.
 */
function compressedFiles(): Plugin {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(?:js|css|html)$/.test(file));
      await Promise.all(
        files.map(async (file) => {
          const path = join(dir, file);
          const content = await readFile(path);
          await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
          await writeFile(`${path}.br`, brotliCompressSync(content, brotli));
        }),
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), workerFiles(), compressedFiles()],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false }, '/queues': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: 'apps/web/index.html', worker: 'apps/web/worker/worker.ts' },
      output: {
        // a service worker has its name for ever: browsers ask for it under that name
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-i18next|i18next)[\\/]/,
              priority: 3,
            },
            { name: 'query', test: /node_modules[\\/]@tanstack[\\/]/, priority: 2 },
            { name: 'antd', test: vendor, priority: 1, minShareCount: 3 },
          ],
        },
      },
    },
  },
});
