import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server listens while both sides are reloaded on change (`npm run dev`). */
const server = process.env.ROZEZNANIE_SERVER ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/a/': server,
      '/answer/': server,
      '/download': server,
      '/upload': server,
    },
  },
  build: { target: 'baseline-widely-available', outDir: 'dist', emptyOutDir: true },
})
