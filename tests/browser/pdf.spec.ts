import { missingFrom } from '../support/answers.ts';
import { readPdf, squeezed } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

// The reader behind the tests of print, with what makes PDFs hard to read.
test('letters are read back from a PDF, page by page', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  const words = 'Office fluffy – “quoted” → naïve, 10 µs, Ελλάδα, жук';
  await page.setContent(
    `<p>${words}</p><p style="opacity: .5">half <b>bold</b></p><pre>a  b\n  c</pre>
    <p style="break-before: page; font-size: 5pt">second</p>`,
  );
  const pages = readPdf(await page.pdf({ format: 'Letter' }));
  expect(pages).toEqual([
    // What one can see through is painted last.
    { letters: squeezed(`${words} a b c half bold`), width: 612, height: 792 },
    { letters: 'second', width: 612, height: 792 },
  ]);
});

test('a block that is not on paper is missed, and a place counts once', { tag: ['@js', '@desktop'] }, () => {
  expect(missingFrom('onetwothree', ['one', 'three'])).toEqual([]);
  expect(missingFrom('onetwothree', ['four'])).toEqual(['four']);
  expect(missingFrom('onetwoone', ['one', 'one', 'one'])).toEqual(['one']);
  // Found within a word, but a longer block needs that word whole.
  const long = 'a sentence that cannot be taken apart';
  expect(missingFrom(`${long} no`, ['no', long])).toEqual([]);
});

test('a file that is no PDF is refused', { tag: ['@js', '@desktop'] }, () => {
  expect(() => readPdf(Buffer.from('%PDF-1.4\n'))).toThrow(
    'The PDF refers to the object undefined, which this reader did not find.',
  );
});
