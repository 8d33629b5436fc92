/**
 * The catalogue of bad notes: what authors, editors and strangers do to files. Each case is a folder, laid out
 * by the test, because many of these names and bytes cannot be committed.
 */

export interface Case {
  /** What is wrong, as the name of the test. */
  name: string;
  /** Path to content. */
  files: Record<string, string | Uint8Array>;
  /** Path to the target of a symbolic link. */
  links?: Record<string, string>;
  /** Paths that are no files: pipes that nobody writes into, sockets that nobody listens to. */
  pipes?: string[];
  sockets?: string[];
  /** Paths that nobody may read, of files and folders above. */
  locked?: string[];
  /** What the pages' HTML must hold, and what it must not. */
  holds?: RegExp[];
  lacks?: RegExp[];
}

const Q = '# Bread\n\n<details><summary>What rises?</summary>\n\nDough.\n\n</details>\n';
const front = (lines: string): string => `---\n${lines}\n---\n${Q}`;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const toggle = (summary: string, body: string): string =>
  `# Bread\n\n<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>\n`;
const ANSWER = /<div class="answer">\s*<p>Dough\.<\/p>/;

const filesAndNames: Case[] = [
  { name: '01 a byte-order mark', files: { 'a.md': `\uFEFF${Q}` }, holds: [ANSWER], lacks: [/\uFEFF/] },
  {
    name: '02 line ends of Windows',
    files: { 'a.md': Q.replaceAll('\n', '\r\n') },
    holds: [ANSWER],
    lacks: [/\r/],
  },
  { name: '03 line ends of old Macs', files: { 'a.md': Q.replaceAll('\n', '\r') }, holds: [ANSWER] },
  { name: '04 Latin-1', files: { 'a.md': bytes('# Bread\n\nbr', [0xfb], 'l\u00e9\n') } },
  { name: '05 UTF-16', files: { 'a.md': bytes([0xff, 0xfe], [...Buffer.from(Q, 'utf16le')]) } },
  { name: '06 a NUL character', files: { 'a.md': '# Bread\n\ncr\0umb\n' }, holds: [/cr\uFFFDumb/] },
  { name: '07 an empty file', files: { 'a.md': '', 'b.md': Q } },
  { name: '08 nothing but front matter', files: { 'a.md': '---\ntitle: Bread\n---\n', 'b.md': Q } },
  {
    name: '09 and 10 endings in capitals and in full',
    files: { 'A.MD': Q, 'b.markdown': Q },
    holds: [ANSWER],
  },
  { name: '11 names that begin with a dot or _', files: { '.hidden.md': Q, '_draft.md': Q, 'b.md': Q } },
  { name: '12 names that differ in case only', files: { 'Xx.md': Q, 'xx.md': Q } },
  { name: '13 names that differ in a space', files: { 'a b.md': Q, 'a-b.md': Q } },
  { name: '14 a note and a folder of one name', files: { 'd.md': Q, 'd/index.md': Q }, holds: [ANSWER] },
  { name: '15 one slug twice', files: { 'a.md': front('slug: s'), 'b.md': front('slug: s') } },
  { name: '16 one name composed and decomposed', files: { '\u00e9.md': Q, 'e\u0301.md': Q } },
  {
    name: '17 to 21 characters that mean something in addresses',
    files: {
      'ha#sh.md': Q,
      'q?x.md': Q,
      '100%.md': Q,
      'per%20cent.md': Q,
      'sp ace.md': `${Q}\n[a](100%25.md) [b](ha%23sh.md) [c](per%2520cent.md) [d](q%3Fx.md)\n`,
    },
    holds: [/href="\/100\/">a/, /href="\/ha-sh\/">b/, /href="\/per-20cent\/">c/, /href="\/q-x\/">d/],
  },
  { name: '22 names that differ in punctuation', files: { 'c++.md': Q, 'c.md': Q } },
  { name: '23 a name of punctuation', files: { '!!!.md': Q }, holds: [ANSWER] },
  { name: '24 and 25 names in other scripts', files: { '日本.md': Q, 'שלום.md': Q }, holds: [ANSWER] },
  { name: '26 names that Windows cannot have', files: { 'CON.md': Q, 'aux.md': Q, 'trail..md': Q } },
  {
    name: '27 an address too long for a file system',
    files: {
      [`${'ж'.repeat(124)}.md`]: Q,
      [`${'a'.repeat(240)}.md`]: Q,
      'b.md': `---\nslug: ${'x'.repeat(300)}\n---\n${Q}`,
    },
  },
  { name: '28 a folder named like a note', files: { 'x.md/a.md': Q }, holds: [ANSWER] },
  {
    name: '29 files and folders that nobody may read',
    files: { 'a.md': Q, 'b.md': Q, 'c/d.md': Q, 'e.svg': '<svg/>', 'unfold.yaml': 'title: Bread' },
    locked: ['a.md', 'c', 'e.svg', 'unfold.yaml'],
    holds: [ANSWER],
  },
  {
    name: '29 pipes and sockets named like notes',
    files: { 'b.md': Q },
    pipes: ['a.md', 'facts.yaml', 'x.txt'],
    sockets: ['c.md'],
    holds: [ANSWER],
  },
  { name: '30 a link to nothing', files: { 'b.md': Q }, links: { 'a.md': 'nowhere.md' } },
  { name: '31 a link to the folder around it', files: { 'b.md': Q, 's/c.md': Q }, links: { 's/loop': '..' } },
  { name: '32 a link out of the folder', files: { 'b.md': Q }, links: { 'a.md': '../../outside.md' } },
  { name: '33 a slug that climbs out', files: { 'a.md': front('slug: ../../evil'), 'b.md': Q } },
  { name: '34 no notes at all', files: { 'x.txt': 'flour' } },
  {
    name: '35 paths with backslashes',
    files: { 'a.md': '# Bread\n\n[x](sub\\b.md)\n\n[y](C:\\x\\y.md)\n', 'sub/b.md': Q },
    holds: [/href="\/sub\/b\/"/],
  },
];

const frontMatter: Case[] = [
  { name: '36 none', files: { 'my-bread.md': 'Just words.\n' }, holds: [/Just words/] },
  { name: '37 never closed', files: { 'a.md': `---\ntitle: x\n\n${Q}` } },
  { name: '38 a quote left open', files: { 'a.md': front('order: 1\ntitle: "x\nlang: en') } },
  { name: '39 a tab for indentation', files: { 'a.md': front('title:\n\tx: 1') } },
  { name: '40 a colon in a title', files: { 'a.md': front('title: AWS: basics') } },
  { name: '41 a key twice', files: { 'a.md': front('title: a\ntitle: b') } },
  {
    name: '42 and 43 numbers, dates and yes as text',
    files: { 'a.md': front('title: 2024\ndescription: 2026-11-23\nlang: no') },
    holds: [ANSWER],
  },
  {
    name: '44 TOML',
    files: { 'a.md': `+++\ntitle = "x"\n+++\n\n${Q}` },
    holds: [ANSWER],
    lacks: [/title =/],
  },
  {
    name: '45 aliases that grow without bound',
    files: { 'a.md': front('a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]') },
  },
  { name: '46 five thousand brackets', files: { 'a.md': front(`a: ${'['.repeat(5000)}`) } },
  { name: '47 a tag that makes code', files: { 'a.md': front('a: !!js/function "x"') } },
  { name: '48 a key that changes objects', files: { 'a.md': front('__proto__: x') } },
  { name: '49 a misspelt key', files: { 'a.md': front('tittle: x') }, holds: [ANSWER], lacks: [/title =/] },
  { name: '50 more than 64 kB', files: { 'a.md': front(`title: ${'x'.repeat(70_000)}`) } },
];

const markdown: Case[] = [
  {
    name: '51 a toggle never closed',
    files: {
      'a.md':
        '# Bread\n\n<details>\n<summary>What rises?</summary>\n\nDough.\n\n## Next\n\n<details>\n<summary>And then?</summary>\n\nBake.\n\n</details>\n',
    },
    holds: [ANSWER, /<h2 id="next">Next<\/h2>/],
  },
  {
    name: '52 a summary never closed',
    files: { 'a.md': '# Bread\n\n<details>\n<summary>What rises?\n\nDough.\n\n</details>\n' },
    holds: [/<span class="prompt">What rises\?<\/span>/, ANSWER],
  },
  {
    name: '53 a toggle without a summary',
    files: { 'a.md': '# Bread\n\nSome words.\n\n<details>\n\nDough.\n\n</details>\n' },
    holds: [/<details class="disclosure"><summary>/],
  },
  {
    name: '54 no blank line after the summary',
    files: {
      'a.md': '# Bread\n\n<details>\n<summary>What rises?</summary>\n**Dough** and `yeast`\n</details>\n',
    },
    holds: [/<strong>Dough<\/strong> and <code>yeast<\/code>/],
  },
  {
    name: '55 Markdown in a summary',
    files: { 'a.md': toggle('What **rises** in `bread`?', 'Dough.') },
    holds: [/<span class="prompt">What <strong>rises<\/strong> in <code>bread<\/code>\?/],
  },
  {
    name: '56 a heading, a list, a link and a button in summaries',
    files: {
      'a.md': [
        '# Bread\n',
        toggle('<h2>What rises?</h2>', 'Dough.').slice(9),
        toggle('Which of them?\n\n- dough\n- batter\n', 'Dough.').slice(9),
        toggle('What [rises](https://example.org/) first?', 'Dough.').slice(9),
        toggle('What falls? <button>Show</button>', 'Dough.').slice(9),
      ].join('\n'),
    },
    holds: [/<h2[^>]*>What rises\?/, /<li>batter<\/li>/, /<a href="https:\/\/example\.org\/"[^>]*>rises/],
    lacks: [/<summary>(?:(?!<\/summary>)[\s\S])*<(?:h[1-6]|a|ul|button)[ >]/],
  },
  {
    name: '57 an empty summary',
    files: {
      'a.md':
        '# Bread\n\n1. What rises?\n\n    <details>\n    <summary></summary>\n\n    Dough.\n\n    </details>\n',
    },
    holds: [/What rises\?/, ANSWER],
    lacks: [/<summary><\/summary>/],
  },
  {
    name: '58 one question twice',
    files: { 'a.md': `${Q}${Q.slice(9)}` },
    holds: [/id="what-rises"/, /id="what-rises-2"/],
  },
  {
    name: '59 a toggle indented in a list',
    files: {
      'a.md':
        '# Bread\n\n- Flour\n    - What rises?\n\n        <details>\n        <summary>Answer</summary>\n\n        Dough.\n\n        </details>\n',
    },
    holds: [ANSWER],
    lacks: [/&#x3C;details/],
  },
  {
    name: '60 a thousand toggles in each other',
    files: {
      'a.md': `${'<details><summary>q?</summary>\n\n'.repeat(1000)}x\n${'</details>\n'.repeat(1000)}`,
      'b.md': Q,
    },
  },
  { name: '61 a code fence never closed', files: { 'a.md': '# Bread\n\n```sh\nknead\n' }, holds: [/knead/] },
  {
    name: '62 a comment never closed',
    files: { 'a.md': `# Bread\n\n<!-- to do\n\n${Q.slice(9)}` },
    holds: [ANSWER],
  },
  {
    name: '63 what could run or change the page',
    files: {
      'a.md':
        '# Bread\n\n<script>alert(1)</script>\n\n<iframe src="https://example.org/"></iframe>\n\n<form action="/"><input type="text"></form>\n\n<p onclick="x()" style="color:red">words</p>\n\n<base href="/x/"><meta http-equiv="refresh" content="0">\n',
    },
    holds: [/words/],
    lacks: [/script|iframe|<form|onclick|style=|<base|<meta/],
  },
  {
    name: '64 and 65 addresses that run',
    files: {
      'a.md': [
        '# Bread\n',
        '[a](javascript:x()) [b][r] [c](data:text/html,x) [d](vbscript:x) [e](JaVaScRiPt:x)\n',
        '<javascript:x()> [f](java&#9;script:x()) [g](&#1;javascript:x()) [h](javascript&colon;x())\n',
        '<a href="java\tscript:x()">i</a> <a href=" javascript:x()">j</a> [k](//example.org/) [l](/\\example.org/)\n',
        '[r]: javascript:x()\n',
      ].join('\n'),
    },
    holds: [/>a</, /javascript:x\(\)</, /<span class="dead-link">k<\/span>/],
    lacks: [/href/],
  },
  {
    name: '65 addresses written in odd ways that are safe',
    files: { 'a.md': '# Bread\n\n[a](HTTPS://example.org/) <a href=" https://example.org/b ">b</a>\n' },
    holds: [/href="https:\/\/example\.org\/"[^>]*>a/, /href="https:\/\/example\.org\/b"[^>]*>b/],
  },
  {
    name: '66 an image of another host',
    files: { 'a.md': '# Bread\n\n![Crumb](https://example.org/crumb.png)\n' },
    holds: [/<a href="https:\/\/example\.org\/crumb\.png" class="external-image"/],
    lacks: [/<img/],
  },
  {
    name: '67 braces of templates',
    files: { 'a.md': ['# Bread\n\n{x} $', '{y} <%= z %> {{ w }}\n'].join('') },
    holds: [/\{x\} \$\{y\}/, /\{\{ w \}\}/],
  },
  {
    name: '68 an unknown language',
    files: { 'a.md': '# Bread\n\n```sourdough\nfold\n```\n' },
    holds: [/fold/],
  },
  {
    name: '69 headings without letters',
    files: { 'a.md': '# Bread\n\n## 🍞\n\n## !!!\n\nx\n' },
    holds: [/id="section-1"/, /id="section-2"/],
    lacks: [/id=""/],
  },
  {
    name: '70 and 71 headings that stand twice, and names of objects',
    files: { 'a.md': '# Bread\n\n## Salt\n\n## Salt\n\n## constructor\n\n## `__proto__`\n' },
    holds: [/id="salt"/, /id="salt-1"/, /id="constructor"/, /id="__proto__"/],
  },
  { name: '72 a skipped level', files: { 'a.md': '# Bread\n\n#### Salt\n' }, holds: [/<h2 id="salt">/] },
  {
    name: '73 right-to-left and marks of direction',
    files: { 'a.md': '# לחם\n\nמים\u202e\n\n## קמח\n\nFlour and \u2067קמח\u2069.\n' },
    holds: [/מים/, /<h2 id="קמח">/],
  },
  {
    name: '74 one megabyte, and ten',
    files: {
      'a.md': `# Bread\n\n${`${'word '.repeat(12)}\n\n`.repeat(16_000)}`,
      'b.md': 'word '.repeat(2_000_000),
    },
  },
  {
    name: '75 emphasis, brackets and backticks without end',
    files: { 'a.md': '*a_ '.repeat(50_000), 'b.md': '['.repeat(50_000), 'c.md': '`a``b```'.repeat(250_000) },
  },
  {
    name: '76 a table of two million cells',
    files: { 'a.md': `|${'a|'.repeat(1500)}\n|${'-|'.repeat(1500)}\n${'|x|\n'.repeat(1500)}`, 'b.md': Q },
  },
  { name: '77 ten thousand quotes', files: { 'a.md': `${'>'.repeat(10_000)} x`, 'b.md': Q } },
  {
    name: '78 and 79 images that are not there',
    files: { 'a.md': '# Bread\n\n![Crumb](crumb.png)\n\n![Crust](/img/crust.png)\n' },
    holds: [/<span class="missing-image">Crumb<\/span>/],
    lacks: [/<img/],
  },
  {
    name: '80 images that are none, or cut short',
    files: {
      'a.md':
        '# Bread\n\n![Crumb](cut.png)\n\n![Crust](text.png)\n\n![Loaf](empty.jpg)\n\n![Roll](whole.gif)\n\n![Slice](cut.svg)\n',
      'cut.png': bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 4, 0, 0, 0, 4, 8]),
      'text.png': 'version 1\n',
      'empty.jpg': '',
      'whole.gif': bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0, 0x3b]),
      'cut.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0',
    },
    holds: [/<span class="missing-image">Crumb<\/span>/, /<img src="\/files\/whole\.gif" alt="Roll"/],
    lacks: [/<img[^>]*(?:png|jpg|svg)/],
  },
  {
    name: '81 and 82 links to nothing',
    files: { 'a.md': '# Bread\n\n[x](nowhere.md) [y](b.md#nowhere) [z](#nowhere)\n', 'b.md': Q },
    holds: [/<span class="dead-link">x<\/span>/, /<a href="\/b\/">y/],
    lacks: [/nowhere"/],
  },
  {
    name: '83 and 84 links to notes',
    files: { 'a.md': '# Bread\n\n[x](./sub/b.md) [y](/sub/b.md#what-rises)\n', 'sub/b.md': Q },
    holds: [/<a href="\/sub\/b\/">x/, /<a href="\/sub\/b\/#what-rises">y/],
  },
];

/** Every case, in the order of the catalogue. */
export const cases: Case[] = [...filesAndNames, ...frontMatter, ...markdown];
