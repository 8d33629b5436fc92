/** How cards look in Anki, by day and by night: the site's colours (`src/styles/tokens.css`), without scripts and fonts. */
export const css = `.card {
  --paper: #fdfcf9; --sheet: #f5f3ec; --ink: #1f211f; --soft: #62655f; --line: #d3d0c6; --edge: #8a8c84; --accent: #0b6b5d;
  --word: #7a3560; --text: #56600f; --name: #2b5687; --value: #87480d;
  box-sizing: border-box; min-height: 100vh; margin: 0; padding: 1rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, sans-serif; text-align: start; overflow-wrap: break-word;
}
.card.nightMode, .card.night_mode {
  --paper: #151716; --sheet: #1d201e; --ink: #e6e4de; --soft: #9a9d96; --line: #3a3f3b; --edge: #72766f; --accent: #68cdb9;
  --word: #d9a0c4; --text: #b9c77a; --name: #93b8e6; --value: #e0ab72;
}
#qa { max-width: 41rem; margin-inline: auto; }
.question { font-size: 1.1875rem; font-weight: 600; }
.question pre, .question code, .question table { font-weight: 400; }
.context, .hint, .origin, .source, figcaption { color: var(--soft); font-size: 0.875rem; }
.context { white-space: pre-line; }
.hint { margin-block: 0.75rem; }
summary { cursor: pointer; padding-block: 0.25rem; }
hr { margin-block: 1.25rem; border: 0; border-top: 1px solid var(--line); }
a { color: var(--accent); }
pre, code, kbd, samp { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.875em; }
pre { padding: 0.75rem 1rem; overflow-x: auto; border-radius: 0.375rem; background: var(--sheet); line-height: 1.5; direction: ltr; text-align: left; tab-size: 4; }
pre code { font-size: inherit; }
:not(pre) > code { padding: 0.1em 0.3em; border-radius: 0.25em; background: var(--sheet); }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375em; line-height: 1.5; }
th, td { padding: 0.4rem 0.75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.align-center { text-align: center; }
.align-right { text-align: end; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
img, svg { max-width: 100%; height: auto; }
.card .diagram {
  --bg: var(--paper); --fg: var(--ink); --_text: var(--ink); --_text-sec: var(--ink); --_text-muted: var(--soft); --_text-faint: var(--soft);
  --_line: var(--edge); --_arrow: var(--soft); --_node-fill: var(--sheet); --_node-stroke: var(--edge); --_group-fill: transparent;
  --_group-hdr: var(--sheet); --_inner-stroke: var(--line); --_key-badge: var(--line);
  margin-inline: 0; overflow-x: auto;
}
.diagram text { font-family: system-ui, sans-serif; }
.hljs-comment, .hljs-quote, .hljs-meta { color: var(--soft); }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-type, .hljs-built_in, .hljs-doctag { color: var(--word); }
.hljs-string, .hljs-regexp, .hljs-symbol, .hljs-bullet, .hljs-addition, .hljs-template-tag { color: var(--text); }
.hljs-title, .hljs-name, .hljs-section, .hljs-attr, .hljs-attribute, .hljs-property, .hljs-selector-class, .hljs-selector-id, .hljs-tag { color: var(--name); }
.hljs-number, .hljs-variable, .hljs-template-variable, .hljs-link, .hljs-params, .hljs-deletion { color: var(--value); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 650; }
`;
