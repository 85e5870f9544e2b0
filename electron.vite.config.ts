import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

const root = import.meta.dirname;
const alias = {
  '#shared': join(root, 'shared'),
  '#engine': join(root, 'electron', 'engine'),
};

/** Plain JavaScript in many small files, which every start would look for one by one; the rest is found in node_modules. */
const bundled = ['asn1js', 'canonicalize', 'csv-parse', 'csv-stringify', 'd3-scale', 'kysely', 'p-queue', 'pkijs', 'uuidv7', 'zod'];

/** `out/NAME.js` for each process or thread that is plain Node or Electron's main. */
const processes = Object.fromEntries(
  [
    ['main/main', 'electron/main.ts'],
    ['engine/main', 'electron/engine/main.ts'],
    // Worker threads of the engine; it finds them by these names.
    ['engine/pdf-worker', 'electron/engine/pdf/pdf-worker.ts'],
    ['engine/image-worker', 'electron/engine/image/image-worker.ts'],
    ['engine/picture-worker', 'electron/engine/image/picture-worker.ts'],
    ['engine/page-worker', 'electron/engine/snapshot/page-worker.ts'],
    ['engine/snapshot-worker', 'electron/engine/snapshot/snapshot-worker.ts'],
    ['engine/video-worker', 'electron/engine/video/video-worker.ts'],
    ['engine/archive-worker', 'electron/engine/archive/archive-worker.ts'],
    ['engine/archive-page-worker', 'electron/engine/archive/archive-page-worker.ts'],
    ['engine/text-worker', 'electron/engine/versions/text-worker.ts'],
    ['engine/ocr-worker', 'electron/engine/ocr/ocr-worker.ts'],
    ['engine/crop-worker', 'electron/engine/export/report/pictures/crop-worker.ts'],
    ['engine/report-worker', 'electron/engine/export/report/pdf/report-worker.ts'],
    ['engine/redact-worker', 'electron/engine/redaction/redact-worker.ts'],
    ['cli/main', 'electron/cli/main.ts'],
  ].filter(([, entry]) => existsSync(join(root, entry ?? ''))),
) as Record<string, string>;

/** The script put into frozen snapshots: one self-contained file, because a snapshot may load nothing. */
function annotator(): Plugin {
  const entry = join(root, 'renderer', 'reader', 'annotator', 'main.ts');
  return {
    name: 'holdfast-annotator',
    async closeBundle() {
      if (!existsSync(entry)) return;
      await build({
        configFile: false,
        logLevel: 'warn',
        resolve: { alias },
        build: {
          outDir: join(root, 'out', 'annotator'),
          target: 'chrome130',
          lib: { entry, formats: ['iife'], name: 'holdfastAnnotator', fileName: () => 'annotator.js' },
        },
      });
    },
  };
}

/** What pdf.js fetches while it draws: character maps, standard fonts, decoders. Served under /pdfjs/. */
function pdfAssets(): Plugin {
  return {
    name: 'holdfast-pdf-assets',
    async closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        const from = join(root, 'node_modules', 'pdfjs-dist', folder);
        await cp(from, join(root, 'out', 'renderer', 'pdfjs', folder), { recursive: true });
      }
    },
  };
}

/** The plain sources of verify.html: the engine puts them together in every case file. */
function verifyPage(): Plugin {
  const folder = join(root, 'electron', 'engine', 'export', 'verifier', 'page');
  return {
    name: 'holdfast-verify-page',
    async closeBundle() {
      const filter = (path: string) => path === folder || /\.(js|css|html)$/.test(path);
      await cp(folder, join(root, 'out', 'engine', 'verify-page'), { recursive: true, filter });
    },
  };
}

/** Webrecorder's replay: one self-contained service worker, served to archived pages only. */
function replayWorker(): Plugin {
  return {
    name: 'holdfast-replay-worker',
    async closeBundle() {
      const from = join(root, 'node_modules', '@webrecorder', 'wabac');
      await cp(join(from, 'dist', 'sw.js'), join(root, 'out', 'replay', 'sw.js'));
      await cp(join(from, 'LICENSE.md'), join(root, 'out', 'replay', 'LICENSE'));
    },
  };
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [annotator(), replayWorker(), verifyPage()],
    build: {
      outDir: 'out',
      target: 'node20',
      sourcemap: false,
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: processes,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        // One file each: a sandboxed preload can load no other.
        input: { preload: 'electron/preload.ts', 'hands-on': 'electron/hands-on/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react(), pdfAssets()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // Files stay files: data: URLs in styles would need a weaker content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: 'renderer/index.html', 'hands-on': 'renderer/hands-on.html' } },
    },
  },
});
