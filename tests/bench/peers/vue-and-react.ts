/** VitePress and Docusaurus, which send every page as an application too. */
import type { Peer } from './peer.ts';

export const vitepress: Peer = {
  name: 'VitePress',
  packages: { vitepress: '1.6.4' },
  files: {
    'docs/.vitepress/config.mjs': `import { readdirSync } from 'node:fs';
const root = new URL('..', import.meta.url);
const topics = readdirSync(root).filter((name) => name.endsWith('-topic') || name === 'plain');
const sidebar = topics.map((topic) => ({
  text: topic,
  items: readdirSync(new URL(topic, root)).map((file) => ({ text: file, link: \`/\${topic}/\${file.replace('.md', '')}\` })),
}));
export default { title: 'Notes', themeConfig: { sidebar, search: { provider: 'local' } } };
`,
    'docs/index.md': '# Notes\n',
  },
  notes: 'docs',
  build: ['vitepress', 'build', 'docs'],
  output: 'docs/.vitepress/dist',
  page: (note) => `${note}.html`,
  caches: ['docs/.vitepress/cache', 'node_modules/.vite'],
};

export const docusaurus: Peer = {
  name: 'Docusaurus',
  packages: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/faster': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  files: {
    'docusaurus.config.js': `export default {
  title: 'Notes', url: 'http://localhost', baseUrl: '/', onBrokenLinks: 'ignore',
  markdown: { format: 'md' },
  future: { v4: true, faster: true },
  presets: [['classic', { docs: { routeBasePath: '/', numberPrefixParser: false }, blog: false }]],
};
`,
    'docs/index.md': '---\nslug: /\n---\n# Notes\n',
  },
  notes: 'docs',
  build: ['docusaurus', 'build'],
  output: 'build',
  page: (note) => `${note}/`,
  caches: ['.docusaurus', 'node_modules/.cache'],
};
