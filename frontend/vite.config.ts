import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messages } from './messages.plugin.ts';
import { relay } from './relay.plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.LATCHKEY_DEV_SERVER ?? 'http://localhost:8080';

/** In development each address is served by the page that the binary would choose (see embed.go). */
const publicPages = {
  name: 'latchkey:public-pages',
  configureServer(vite: import('vite').ViteDevServer) {
    vite.middlewares.use((request, _response, next) => {
      if (/^\/(sign-in|setup|iw)(\/|\?|$)/.test(request.url ?? '')) request.url = '/public.html';
      next();
    });
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [
    relay(here('./src/__generated__')),
    messages(here('./src/i18n/messages')),
    publicPages,
    // React Compiler memoizes where lists are long. Elsewhere its code costs more than it saves: 4 kB on the sign-in page.
    react({ compiler: true, include: /\/src\/(mail|manager|sharing)\/.*\.tsx?$/ }),
  ],
  css: { modules: { generateScopedName: '[name]_[local]_[hash:base64:4]' } },
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
    rolldownOptions: { input: { app: here('./index.html'), public: here('./public.html') } },
  },
});
