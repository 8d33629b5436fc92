const words = `leaf water minute pot cup heat green black white bitter sweet steam harvest spring garden hill
shade rain soil root stem bud oxide dry roll press wither pan fire basket tin paper cloth spoon weight gram
litre degree colour amber gold brown pale clear cloudy body finish aroma flower fruit nut smoke malt honey
grass sea salt stone clay iron glass lid spout handle guest host morning evening winter summer slow quick
first second third last early late high low warm cool soft hard short long old young dark bright round sharp`
  .trim()
  .split(/\s+/);

/**
 * A note with so many questions, about as long as people's notes are, and the same in every run;
 * another seed gives another note.
 *
 * The words are drawn by a small generator, because text that repeats itself would weigh next to nothing
 * once it is compressed.
 */
export function longNote(questions: number, seed = 7): string {
  const draw = drawing(seed);
  const sentence = (length: number) => Array.from({ length }, draw).join(' ');
  const question = (_: unknown, index: number) => `<details>
<summary>${index + 1}. Why does ${sentence(6)}?</summary>

**Because ${sentence(3)}.** ${capital(sentence(14))}.

- ${sentence(9)}
- ${sentence(9)}

${capital(sentence(12))}.

</details>
`;
  return `# Tea in ${questions} questions

A long note, to weigh what such a page costs.

## ${capital(sentence(3))}

${Array.from({ length: questions }, question).join('\n')}`;
}

/** Draws words, always the same after the same seed, a whole number above 0. */
export function drawing(seed: number): () => string {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return words[state % words.length] ?? '';
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
