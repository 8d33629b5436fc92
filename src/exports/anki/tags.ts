/** Names as Anki takes them: tags without spaces, decks in a tree, whose levels `::` parts. */
import type { Card } from '../../core/card.ts';
import type { Note } from '../../core/note.ts';

/** Tags of a card: `topic::3-ecs`, `note::3-ecs::5-storage`, `level::recall`, `exam::SAA-C03::3.1`. */
export function tagsOf(card: Pick<Card, 'level' | 'exams'>, note: Pick<Note, 'route' | 'topic'>): string[] {
  return [
    tag('topic', route(note.topic)),
    tag('note', route(note.route)),
    ...(card.level === null ? [] : [tag('level', [card.level])]),
    ...card.exams.map((exam) => tag('exam', exam.trim().split(/\s+/))),
  ];
}

/** Name of the deck of a topic, or of the course where there is no title of a topic. */
export function deckName(course: string, topic: string | null): string {
  return [course, ...(topic === null ? [] : [topic])].map(level).join('::');
}

function route(address: string): string[] {
  const parts = address.split('/').filter((part) => part !== '');
  return parts.length === 0 ? ['index'] : parts;
}

function tag(kind: string, parts: string[]): string {
  return [kind, ...parts.map((part) => level(part).replace(/\s+/g, '-'))].join('::');
}

// Anki leaves out control characters and quotation marks, and puts “blank” where nothing is left.
function level(words: string): string {
  const kept = words
    .normalize('NFC')
    .replace(/[\p{Cc}"]/gu, '')
    .replace(/:{2,}/g, ':')
    .replace(/^[:\s]+|[:\s]+$/g, '');
  return kept || 'blank';
}
