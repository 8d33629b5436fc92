/** What a browser needs to install the course as an app. */

import type { APIRoute } from 'astro';
import * as words from '#words';
import { href } from '../components/href.ts';
import { frame } from '../data/own-pages.ts';

const ICONS = [
  { src: 'icons/192.png', sizes: '192x192', purpose: 'any' },
  { src: 'icons/512.png', sizes: '512x512', purpose: 'any' },
  { src: 'icons/maskable.png', sizes: '512x512', purpose: 'maskable' },
];

/** The manifest: https://www.w3.org/TR/appmanifest/ */
export const GET: APIRoute = async () => {
  const { title, lang, own } = await frame();
  const manifest = {
    id: href('/'),
    name: title,
    lang,
    dir: 'auto',
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    // The paper of the light theme: src/styles/tokens.css.
    background_color: '#fdfcf9',
    theme_color: '#fdfcf9',
    icons: ICONS.map((icon) => ({ ...icon, src: href(icon.src), type: 'image/png' })),
    shortcuts: [
      { name: words.review, url: href(own.review) },
      { name: words.progress, url: href(own.progress) },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
