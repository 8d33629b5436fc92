/** Starlight, and Astro with nothing but a page for each note, by each of its two readers of Markdown. */
import { type Peer, titled } from './peer.ts';

const ASTRO = '7.3.5';

export const starlight: Peer = {
  name: 'Starlight',
  packages: { astro: ASTRO, '@astrojs/starlight': '0.42.4', sharp: '0.35.5' },
  files: {
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [starlight({ title: 'Notes', sidebar: [{ label: 'Notes', items: [{ autogenerate: { directory: '' } }] }] })],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': '---\ntitle: Notes\n---\nAll notes.\n',
  },
  notes: 'src/content/docs',
  note: titled,
  build: ['astro', 'build'],
  output: 'dist',
  page: (note) => `${note}/`,
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
};

export const withSatteri = bare('Astro with Sätteri', {}, '');
export const withUnified = bare(
  'Astro with unified',
  { '@astrojs/markdown-remark': '7.3.1' },
  `import { unified } from '@astrojs/markdown-remark';\n`,
);

function bare(name: string, packages: Record<string, string>, imported: string): Peer {
  return {
    name,
    packages: { astro: ASTRO, ...packages },
    files: {
      'astro.config.mjs': `${imported}export default { ${imported ? 'markdown: { processor: unified() }' : ''} };\n`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { notes: defineCollection({ loader: glob({ pattern: '**/*.md', base: 'notes' }) }) };
`,
      'src/pages/index.astro': '<!doctype html><html lang="en"><title>Notes</title><h1>Notes</h1></html>\n',
      'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('notes')).map((note) => ({ params: { slug: note.id }, props: { note } }));
}
const { Content } = await render(Astro.props.note);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Note</title></head>
  <body><main><Content /></main></body>
</html>
`,
    },
    notes: 'notes',
    build: ['astro', 'build'],
    output: 'dist',
    page: (note) => `${note}/`,
    caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
  };
}
