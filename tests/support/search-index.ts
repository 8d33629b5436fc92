/** A search index of a test's own, in place of the one that was built with the site. */
import type { Page } from '@playwright/test';
import { createIndex } from 'pagefind';
import type { Question } from '../../src/core/note.ts';
import { searchDocument } from '../../src/core/search-document.ts';

/** A note to be found: at `/t/<name>/`, with a question for each prompt. */
export interface Findable {
  name: string;
  title?: string;
  questions: (Pick<Question, 'prompt'> & Partial<Question> & { answer?: string })[];
}

const types: Record<string, string> = { js: 'text/javascript', json: 'application/json' };

/** Lets the search of a page look through these notes. `lang`: language of the course. */
export async function findOnly(page: Page, notes: readonly Findable[], lang = 'en'): Promise<void> {
  const { index } = await createIndex({ includeCharacters: '+#' });
  if (!index) throw new Error('Pagefind gave no index.');
  for (const { name, title = name, questions } of notes) {
    const answers = questions.map(({ answer = '' }) => answer);
    const html = searchDocument(
      {
        title,
        topic: '/t/',
        questions: questions.map(
          (question, n): Question => ({
            id: `q${n + 1}`,
            card: `t/${name}#q${n + 1}`,
            revision: '',
            answer: '',
            cut: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
            line: 1,
            state: 'answered',
            parent: null,
            context: null,
            level: null,
            exams: [],
            ...question,
          }),
        ),
        texts: { prose: [], answers },
      },
      lang,
    );
    const { errors } = await index.addHTMLFile({ url: `t/${name}/`, content: html });
    if (errors.length > 0) throw new Error(errors.join('; '));
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const byName = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
  await page.context().route('**/pagefind/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/pagefind\//, '');
    const body = byName.get(name);
    const contentType = types[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
    return body ? route.fulfill({ body, contentType }) : route.fulfill({ status: 404 });
  });
}
