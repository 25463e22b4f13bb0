import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server listens while both sides are reloaded on change (`npm run dev`). */
const server = process.env.ROZEZNANIE_SERVER ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    strictPort: true,
    // Objects, not addresses alone: those would change the host that the server compares with the page's origin.
    proxy: {
      '/graphql': { target: server, ws: true },
      '/a/': { target: server },
      '/answer/': server,
      '/teren': { target: server },
      '/download': { target: server },
      '/upload': { target: server },
    },
  },
  build: { target: 'baseline-widely-available', outDir: 'dist', emptyOutDir: true },
})
