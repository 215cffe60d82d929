import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPaintChunk } from './firstPaint.ts';
import { leanRelay } from './leanRelay.plugin.ts';
import { messages } from './messages.plugin.ts';
import { relay } from './relay.plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.LATCHKEY_DEV_SERVER ?? 'http://localhost:8080';

/** In development each address is served by the page that the binary would choose (see embed.go). */
const publicPages = {
  name: 'latchkey:public-pages',
  configureServer(vite: import('vite').ViteDevServer) {
    vite.middlewares.use((request, _response, next) => {
      if (/^\/(sign-in|setup|iw|terms|privacy)(\/|\?|$)/.test(request.url ?? '')) request.url = '/public.html';
      next();
    });
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [
    relay(here('./src/__generated__')),
    leanRelay(),
    messages(here('./src/i18n/messages')),
    publicPages,
    // React Compiler memoizes where tables are long. In Mail, which does so by hand, its code would be 9 kB of what is needed at first.
    react({ compiler: true, include: /\/src\/(manager|sharing)\/.*\.tsx?$/ }),
  ],
  resolve: { dedupe: ['@babel/runtime'] }, // Relay's two packages bring one each
  css: {
    modules: {
      generateScopedName: process.env.NODE_ENV === 'production' ? '[hash:base64:5]' : '[name]_[local]_[hash:base64:4]',
    },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true, changeOrigin: true },
      '^/mail/(body|raw|attachment|part|image-proxy)': server, // an address has an @, so no page is named so
    },
  },
  build: {
    outDir: here('./dist/app'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0, // a data: URL would need a wider content policy
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: here('./index.html'), public: here('./public.html') },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstPaintChunk, debugName: 'first paint' }],
        },
      },
    },
  },
});
