/** A hand's acts in the notation that both of W3C's protocols have, WebDriver and WebDriver BiDi. */
import { type Key, keys } from './driver.ts';

/** A click of a mouse. */
export function pointerAt(x: number, y: number): object {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
}

/** Keys going down and up. */
export function keyboard(pressed: Key[]): object {
  const actions = pressed
    .map((key) => (key in keys ? keys[key as keyof typeof keys] : key))
    .flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  return { type: 'key', id: 'keyboard', actions };
}
