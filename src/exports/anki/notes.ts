/** The cards of notes as Anki's notes: one each, in reading order. */
import { cardsOf } from '../../core/card.ts';
import type { Note, Question } from '../../core/note.ts';
import { type CardFaces, facesOf } from '../faces.ts';
import { escapeHtml } from '../html.ts';
import { WRITTEN } from './notetype.ts';
import { tagsOf } from './tags.ts';

/** A note of the folder, as much of it as its cards need. */
export interface SourceNote
  extends Pick<Note, 'path' | 'route' | 'title' | 'html' | 'topic' | 'questions' | 'attachments'> {
  /** When the note, or what it shows, last changed, in epoch ms. */
  changed: number;
  /** Changes with everything else that stands here. */
  digest: string;
}

/** Where a site stands, as much as is known. */
export interface SitePlace {
  /** `https://example.org`; without it, cards name the note's file instead of linking to it. */
  url: string | undefined;
  /** With `/` at both ends. */
  base: string;
  /** What the link to a note is called, in the site's own words. */
  openInNote: string;
}

/** What Anki calls a note: the fields of one card. */
export interface AnkiNote {
  /** Id of the card, for ever. */
  guid: string;
  /** Values in the order of `FIELDS`: HTML. */
  fields: string[];
  tags: string[];
  /** Epoch seconds. Anki takes a note over an older one of the same guid only if this is later. */
  mod: number;
}

/**
 * Anki's notes of `note`. `media` gives the name in Anki of an image at an address below the site's base, or null where
 * the site carries none.
 *
 * @throws Error where a card of the note is not in its HTML, which is a fault of the site.
 */
export function ankiNotes(
  note: SourceNote,
  site: SitePlace,
  media: (url: string) => string | null,
): AnkiNote[] {
  const page =
    site.url === undefined ? null : new URL(site.base + encodeURI(note.route.slice(1)), site.url).href;
  const faces = facesOf(note.html, {
    link: (href) => absolute(href, page),
    image: (src) => {
      const path = decoded(src);
      return path.startsWith(site.base) ? media(path.slice(site.base.length)) : null;
    },
  });
  const questions = new Map(note.questions.map((question) => [question.id, question]));
  return cardsOf(note).map((card) => {
    const face = faces.get(card.fragment);
    if (!face) {
      throw new Error(
        `${note.path}: the question “${card.prompt}” is not in the HTML of its note, so Anki would get a card without an answer. This is a fault of the site, not of the note. Please report it with the note.`,
      );
    }
    const parent = card.parent === null ? undefined : questions.get(card.parent);
    const link =
      page === null
        ? escapeHtml(note.path)
        : `<a href="${escapeHtml(`${page}#${encodeURIComponent(card.fragment)}`)}">${escapeHtml(site.openInNote)}</a>`;
    const context = [asked(parent, faces), card.context === null ? '' : escapeHtml(card.context)];
    const fields = [
      face.question,
      face.answer,
      face.hint,
      context.filter((part) => part !== '').join('\n'),
      escapeHtml(note.title),
      link,
    ];
    return {
      guid: card.id,
      fields: fields.map(inert),
      tags: tagsOf(card, note),
      mod: Math.max(WRITTEN, Math.floor(note.changed / 1000)),
    };
  });
}

/** The prompt of the question that a card follows up. */
function asked(parent: Question | undefined, faces: Map<string, CardFaces>): string {
  return parent === undefined ? '' : (faces.get(parent.id)?.question ?? escapeHtml(parent.prompt));
}

function absolute(href: string, page: string | null): string | null {
  if (page !== null) return URL.canParse(href, page) ? new URL(href, page).href : null;
  return URL.canParse(href) ? href : null;
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** Anki plays, typesets and splits at what it finds in fields; text that only looks like it stays text. */
function inert(html: string): string {
  return html.replaceAll('\x1f', '').replace(/\[(?=(?:sound|anki):|\/?(?:latex|\${1,2})\])/gi, '&#91;');
}
