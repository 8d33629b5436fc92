/** The extensions of GitHub Flavored Markdown render as its specification says; the examples are ours, section by section. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expected, rendered } from '../support/standard.ts';

const examples: [fact: string, markdown: string, html: string][] = [
  [
    'a table has a head and a body',
    '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
    '<table><thead><tr><th>foo</th><th>bar</th></tr></thead><tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>',
  ],
  [
    'cells need not be aligned, and the delimiter row aligns columns',
    '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
    '<table><thead><tr><th align="center">abc</th><th align="right">defghi</th></tr></thead><tbody><tr><td align="center">bar</td><td align="right">baz</td></tr></tbody></table>',
  ],
  [
    'an escaped pipe is part of a cell, in code too',
    '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
    '<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr><tr><td>b <strong>|</strong> im</td></tr></tbody></table>',
  ],
  [
    'another block ends a table',
    '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr></tbody></table><blockquote><p>bar</p></blockquote>',
  ],
  [
    'a blank line ends a table',
    '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr><tr><td>bar</td><td></td></tr></tbody></table><p>bar</p>',
  ],
  [
    'head and delimiter row must have as many cells',
    '| abc | def |\n| --- |\n| bar |\n',
    '<p>| abc | def |\n| --- |\n| bar |</p>',
  ],
  [
    'missing cells are empty and extra ones are left out',
    '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td></td></tr><tr><td>bar</td><td>baz</td></tr></tbody></table>',
  ],
  [
    'a table may have no body',
    '| abc | def |\n| --- | --- |\n',
    '<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>',
  ],
  [
    'brackets make items of a task list',
    '- [ ] foo\n- [x] bar\n',
    '<ul><li><input type="checkbox" disabled> foo</li><li><input type="checkbox" checked disabled> bar</li></ul>',
  ],
  [
    'task lists nest',
    '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n',
    '<ul><li><input type="checkbox" checked disabled> foo<ul><li><input type="checkbox" disabled> bar</li><li><input type="checkbox" checked disabled> baz</li></ul></li><li><input type="checkbox" disabled> bim</li></ul>',
  ],
  [
    'two tildes strike through',
    '~~Hi~~ Hello, ~there~ world!\n',
    '<p><del>Hi</del> Hello, <del>there</del> world!</p>',
  ],
  [
    'striking through ends with its paragraph',
    'This ~~has a\n\nnew paragraph~~.\n',
    '<p>This ~~has a</p><p>new paragraph~~.</p>',
  ],
  [
    'three tildes do not strike through',
    'This will ~~~not~~~ strike.\n',
    '<p>This will ~~~not~~~ strike.</p>',
  ],
  [
    'www. begins a link',
    'www.commonmark.org\n',
    '<p><a href="http://www.commonmark.org">www.commonmark.org</a></p>',
  ],
  [
    'a path belongs to the link',
    'Visit www.commonmark.org/help for more.\n',
    '<p>Visit <a href="http://www.commonmark.org/help">www.commonmark.org/help</a> for more.</p>',
  ],
  [
    'punctuation at the end does not',
    'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n',
    '<p>Visit <a href="http://www.commonmark.org">www.commonmark.org</a>.</p><p>Visit <a href="http://www.commonmark.org/a.b">www.commonmark.org/a.b</a>.</p>',
  ],
  [
    'parentheses are balanced',
    'www.example.com/s?q=M+(b)\n\nwww.example.com/s?q=M+(b)))\n\n(www.example.com/s?q=M+(b))\n',
    '<p><a href="http://www.example.com/s?q=M+(b)">www.example.com/s?q=M+(b)</a></p><p><a href="http://www.example.com/s?q=M+(b)">www.example.com/s?q=M+(b)</a>))</p><p>(<a href="http://www.example.com/s?q=M+(b)">www.example.com/s?q=M+(b)</a>)</p>',
  ],
  [
    'an entity at the end does not belong',
    'www.example.com/s?q=c&hl=en\n\nwww.example.com/s?q=c&hl;\n',
    '<p><a href="http://www.example.com/s?q=c&amp;hl=en">www.example.com/s?q=c&amp;hl=en</a></p><p><a href="http://www.example.com/s?q=c">www.example.com/s?q=c</a>&amp;hl;</p>',
  ],
  [
    '< ends a link',
    'www.commonmark.org/he<lp\n',
    '<p><a href="http://www.commonmark.org/he">www.commonmark.org/he</a>&lt;lp</p>',
  ],
  [
    'http and https begin links',
    'http://commonmark.org\n\n(Visit https://encrypted.example.com/s?q=M+(b))\n',
    '<p><a href="http://commonmark.org">http://commonmark.org</a></p><p>(Visit <a href="https://encrypted.example.com/s?q=M+(b)">https://encrypted.example.com/s?q=M+(b)</a>)</p>',
  ],
  ['an address of mail is a link', 'foo@bar.baz\n', '<p><a href="mailto:foo@bar.baz">foo@bar.baz</a></p>'],
  [
    '+ stands before the @ only',
    'hello@mail+xyz.example is none, hello+xyz@mail.example is.\n',
    '<p>hello@mail+xyz.example is none, <a href="mailto:hello+xyz@mail.example">hello+xyz@mail.example</a> is.</p>',
  ],
  [
    'an address of mail ends with a letter or digit',
    'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n',
    '<p><a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a></p><p><a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a>.</p><p>a.b-c_d@a.b-</p><p>a.b-c_d@a.b_</p>',
  ],
];

for (const [fact, markdown, html] of examples) {
  test(`in GitHub's extensions ${fact}`, () => {
    assert.equal(rendered(markdown), expected(html));
  });
}
