/** Colours for code, as classes: a strict policy forbids style attributes. Only fences with a known language. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import groovy from 'highlight.js/lib/languages/groovy';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight({ ...common, dockerfile, groovy, nginx, powershell, properties });
lowlight.registerAlias({
  dockerfile: ['docker', 'containerfile'],
  bash: ['console', 'terminal', 'zsh'],
  properties: ['env', 'dotenv'],
  ini: ['hcl', 'terraform', 'tf', 'conf'],
  groovy: ['jenkinsfile'],
});

const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'output', 'log', 'nohighlight']);
/** Longer code is shown plain: colouring it would cost more than it tells. In characters. */
const LIMIT = 50_000;

/** The language a code element names, or null. */
export function languageOf(code: Element): string | null {
  const names = Array.isArray(code.properties['className']) ? code.properties['className'] : [];
  const name = names.map(String).find((value) => value.startsWith('language-'));
  return name === undefined ? null : name.slice('language-'.length).toLowerCase();
}

/** Colours `code` in place. Returns false if its language is not known. */
export function colour(code: Element): boolean {
  const language = languageOf(code);
  if (language === null || PLAIN.has(language)) return true;
  if (!lowlight.registered(language)) return false;
  const source = hastText(code);
  if (source.length > LIMIT) return true;
  const tree: Root = lowlight.highlight(language, source);
  code.children = tree.children.filter((node): node is ElementContent => node.type !== 'doctype');
  code.properties = { className: ['hljs', `language-${language}`] };
  return true;
}
