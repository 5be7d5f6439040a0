import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API answers while pages are developed; in production one server serves both. */
const api = process.env.DUCHA_API ?? 'http://127.0.0.1:3000';
const vendor = /node_modules[\\/]/;

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false }, '/queues': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
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
